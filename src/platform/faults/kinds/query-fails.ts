import { z } from 'zod';
import { ENDINGS } from '../../../kernel/fault/effect.ts';
import { before, faultKind, words } from '../kind.ts';

/** What a HIS asks when it wants to know what became of a message. */
export const QUERIES = ['5201', '5202', '5203', '5204', '1404'];

export const queryFails = faultKind({
  kind: 'query-fails',
  title: '查询也失败',
  about: '医院查询结果时，查询报文本身也被拒绝或丢失。常与 answer-lost 一起用，count 为失败次数。',
  his: '隔一段时间再查；患者费用保持待定，始终查不到就冲正。',
  scopes: ['before-commit'],
  when: { infno: QUERIES },
  params: z.strictObject({
    how: z.enum(['refuse', ...ENDINGS]).default('refuse'),
    text: words.default('系统繁忙，请稍后查询'),
  }),
  effects: ({ with: { how, text } }) =>
    before(how === 'refuse' ? { do: 'refuse', by: 'treatment', text } : { do: 'lose', how, ms: 0 }),
});
