import { z } from 'zod';
import { after, faultKind, millis } from '../kind.ts';

export const outOfOrder = faultKind({
  kind: 'out-of-order',
  title: '答复次序颠倒',
  about: '平台已入账；这笔的答复在同一机构下一笔的答复之后才发出。',
  his: '按报文对答复，不按先后次序。',
  scopes: ['after-commit'],
  params: z.strictObject({ most: millis.default(10_000) }),
  effects: ({ with: { most } }) => after({ do: 'after-next', mostMs: most }),
});
