import { z } from 'zod';
import { before, faultKind } from '../kind.ts';

const TEXTS = {
  larger: '退费金额大于原结算金额，不能办理',
  twice: '该笔结算已撤销，请勿重复办理',
  closed: '该笔结算已月结，不能办理退费，请联系医保经办机构',
} as const;

export const refundRefused = faultKind({
  kind: 'refund-refused',
  title: '退费被拒绝',
  about: '平台拒绝退费；原结算不变。',
  his: '不退患者的钱；把原因告诉操作员，转人工处理。',
  scopes: ['before-commit'],
  when: { infno: ['2208', '1203'] },
  params: z.strictObject({ reason: z.enum(['larger', 'twice', 'closed']).default('closed') }),
  effects: ({ with: { reason } }) => before({ do: 'refuse', by: 'treatment', text: TEXTS[reason] }),
});
