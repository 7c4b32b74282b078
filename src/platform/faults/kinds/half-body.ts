import { z } from 'zod';
import { after, ending, faultKind } from '../kind.ts';

/** A part of the body: more than nothing, less than all. */
export const part = z.number().gt(0).lt(1).default(0.5);

export const halfBody = faultKind({
  kind: 'half-body',
  title: '答复只有一半',
  about: '平台已入账；答复头写明完整长度，正文发到一半就断开。',
  his: '解析失败即按结果未知处理，不能当作失败。',
  scopes: ['response'],
  params: z.strictObject({ part, how: ending.default('fin') }),
  effects: ({ with: { part: at, how } }) => after({ do: 'cut', at, chunked: false, how }),
});
