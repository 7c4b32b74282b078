import { z } from 'zod';
import { after, faultKind } from '../kind.ts';

const field = z.string().regex(/^[a-z_]{1,40}$/);

export const oddValue = faultKind({
  kind: 'odd-value',
  title: '没有见过的值或字段',
  about: '平台已入账；答复中一个字段是字典里没有的值，或必有的字段为空，或多了一个字段。',
  his: '多余的字段不理会；不认识的值和空值要提示，不能静默入账。',
  scopes: ['response'],
  params: z.strictObject({
    as: z.enum(['unknown', 'null', 'extra']).default('unknown'),
    field: field.default('psn_type'),
  }),
  effects: ({ with: { as, field: name } }) =>
    after({
      do: 'alter',
      change:
        as === 'extra'
          ? { path: 'output', add: { exp_content_new: '新字段' } }
          : { path: `**.${name}`, set: as === 'null' ? null : 'ZZ' },
    }),
});
