import { z } from 'zod';
import { before, faultKind, millis, words } from '../kind.ts';

export const placeDown = faultKind({
  kind: 'place-down',
  title: '参保地系统不可用',
  about: '国家平台正常，参保地拒绝服务（refuse）或不答（silent）；参保地未入账。',
  his: 'refuse：自费结算，事后退费重结；silent：按结果未知用同一 msgid 再问，恢复后照常结算；要自费的先冲正。',
  scopes: ['before-commit'],
  params: z.strictObject({
    as: z.enum(['refuse', 'silent']).default('refuse'),
    text: words.default('参保地系统暂不可用，请稍后再试'),
    timeout: millis.default(2_000),
  }),
  effects: ({ with: { as, text, timeout } }) =>
    before({
      do: 'place',
      place: as === 'refuse' ? { refuses: text, timeoutMs: timeout } : { lost: true, timeoutMs: timeout },
    }),
});
