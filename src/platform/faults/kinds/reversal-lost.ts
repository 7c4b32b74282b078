import { z } from 'zod';
import { after, before, ending, faultKind } from '../kind.ts';

/** 冲正 at the hospital's and at the national door. */
export const REVERSALS = ['2601', '1301'];

export const reversalLost = faultKind({
  kind: 'reversal-lost',
  title: '冲正报文或其答复丢失',
  about: 'before-commit：冲正没有到达平台；after-commit：平台已冲正，答复没有到达医院。',
  his: '用同一 msgid 重发冲正，直到得到明确答复。',
  scopes: ['after-commit', 'before-commit'],
  when: { infno: REVERSALS },
  params: z.strictObject({ how: ending.default('rst') }),
  effects: ({ scope, with: { how } }) =>
    scope === 'before-commit' ? before({ do: 'lose', how, ms: 0 }) : after({ do: 'lose', how, ms: 0 }),
});
