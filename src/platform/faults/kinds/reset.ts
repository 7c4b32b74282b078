import { z } from 'zod';
import { after, before, faultKind } from '../kind.ts';
import { part } from './half-body.ts';

export const reset = faultKind({
  kind: 'reset',
  title: '连接被重置',
  about: 'before-commit：报文未处理就收到 RST，未入账；response：答复发到一半收到 RST，已入账。',
  his: '按结果未知处理，先查询。',
  scopes: ['response', 'before-commit'],
  params: z.strictObject({ part }),
  effects: ({ scope, with: { part: at } }) =>
    scope === 'before-commit'
      ? before({ do: 'lose', how: 'rst', ms: 0 })
      : after({ do: 'cut', at, chunked: false, how: 'rst' }),
});
