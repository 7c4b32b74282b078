import { z } from 'zod';
import { before, faultKind } from '../kind.ts';
import { REVERSALS } from './reversal-lost.ts';

const TEXTS = {
  cleared: '原结算已清分，不能冲正，请办理退费',
  reversed: '原报文已冲正，请勿重复办理',
  'not-found': '未找到要冲正的原报文',
} as const;

export const reversalRefused = faultKind({
  kind: 'reversal-refused',
  title: '冲正被拒绝',
  about: '平台拒绝冲正；原报文的结果不变。',
  his: '停止自动重试，转人工处理；已清分的改办退费。',
  scopes: ['before-commit'],
  when: { infno: REVERSALS },
  params: z.strictObject({ reason: z.enum(['cleared', 'reversed', 'not-found']).default('cleared') }),
  effects: ({ with: { reason } }) => before({ do: 'refuse', by: 'treatment', text: TEXTS[reason] }),
});
