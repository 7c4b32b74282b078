import { z } from 'zod';
import { after, before, faultKind } from '../kind.ts';

export const clockSkew = faultKind({
  kind: 'clock-skew',
  title: '平台的时间与医院不同',
  about: 'before-commit：平台以报文时间相差太多为由拒绝；response：已入账，答复中的时间是快或慢的。',
  his: '校时后重发；不以答复时间作账务日期的唯一依据。',
  scopes: ['before-commit', 'response'],
  params: z.strictObject({ seconds: z.int().min(-86_400).max(86_400).default(900) }),
  effects: ({ scope, with: { seconds } }) =>
    scope === 'before-commit'
      ? before({ do: 'refuse', by: 'treatment', text: textOf(seconds) })
      : after({ do: 'alter', change: { path: 'respond_time', shiftSeconds: seconds } }),
});

const textOf = (seconds: number): string =>
  `报文时间（inf_time）比平台${seconds > 0 ? '慢' : '快'} ${Math.abs(seconds)} 秒，请校时后重发`;
