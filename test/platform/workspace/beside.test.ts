import { expect, it } from 'vitest';
import { besideOf } from '../../../src/platform/workspace/beside.ts';

const kept = { get: () => ({}), change: () => undefined };

it('ends what is put up beside a workspace when that closes, and what is put up after it at once', async () => {
  const { beside, closing } = besideOf(kept as unknown as Parameters<typeof besideOf>[0]);
  const ended: string[] = [];
  beside.whenClosed(() => ended.push('devices'));
  await closing(() => Promise.resolve(void ended.push('workspace')));
  beside.whenClosed(() => ended.push('late'));
  expect(ended).toEqual(['devices', 'workspace', 'late']);
});
