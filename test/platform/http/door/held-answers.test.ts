import { expect, it } from 'vitest';
import { openHis } from '../../features/verdict/his.ts';

it.each([
  ['a reset', 'POST', '/workspaces/default/reset'],
  ['a restored snapshot', 'POST', '/snapshots/before/restore'],
])('an answer that was held back for the next message is gone after %s', async (_, method, path) => {
  const his = await openHis();
  await his.control('POST', '/snapshots', { name: 'before' });
  const mdtrt_id = await his.visit();
  expect(await his.settle(mdtrt_id, { fault: 'answer-to-next' })).toBe('lost');
  expect(await his.control(method, path)).toMatchObject({ status: 200 });
  expect(await his.settle(mdtrt_id)).toMatchObject({ infcode: -1 });
});
