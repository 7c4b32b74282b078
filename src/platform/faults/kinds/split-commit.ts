import { z } from 'zod';
import { before, faultKind, millis } from '../kind.ts';

export const splitCommit = faultKind({
  kind: 'split-commit',
  title: '两边账不一致',
  about: 'place-only：参保地已入账，国家平台和就医地没有（答复丢失）；hub-only：国家平台和就医地已入账，参保地没有。',
  his: 'place-only 按结果未知用同一 msgid 再问，得到参保地已有的那一笔，或冲正；hub-only 医院无从得知，由对账发现。',
  scopes: ['before-commit'],
  params: z.strictObject({
    leg: z.enum(['place-only', 'hub-only']).default('place-only'),
    timeout: millis.default(1_000),
  }),
  effects: ({ with: { leg, timeout } }) =>
    before({
      do: 'place',
      place: leg === 'place-only' ? { silent: true, timeoutMs: timeout } : { forgets: true, timeoutMs: timeout },
    }),
});
