import { z } from 'zod';
import { before, faultKind, millis } from '../kind.ts';

export const placeSlow = faultKind({
  kind: 'place-slow',
  title: '参保地答得慢',
  about: '参保地入账后过一段时间才答；长于国家平台的等待时间（timeout）时，医院得到结果未知，迟到的答复仍被记下。',
  his: '结果未知时用同一 msgid 原样再问，得到那一笔结算；或冲正。不能换号另办。',
  scopes: ['before-commit'],
  params: z.strictObject({ ms: millis.default(3_000), timeout: millis.default(2_000) }),
  effects: ({ with: { ms, timeout } }) => before({ do: 'place', place: { afterMs: ms, timeoutMs: timeout } }),
});
