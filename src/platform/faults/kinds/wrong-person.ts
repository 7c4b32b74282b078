import { z } from 'zod';
import { syntheticIdentityNumber } from '../../../kernel/identity-number.ts';
import { after, faultKind } from '../kind.ts';

const OTHERS = {
  psn_no: '44000000000000000000000000009999',
  psn_name: '张三丰',
  certno: syntheticIdentityNumber('44', '1990-01-01', 1),
  fixmedins_code: 'H44030099999',
  mdtrt_id: '440300G0000000000000000000',
} as const;

export const wrongPerson = faultKind({
  kind: 'wrong-person',
  title: '答复是别人的',
  about: '平台已按正确的人入账；答复中的人员、机构或就诊号是别人的。',
  his: '核对身份，不采信，告警：这是隐私事件。',
  scopes: ['response'],
  params: z.strictObject({
    field: z.enum(['psn_no', 'psn_name', 'certno', 'fixmedins_code', 'mdtrt_id']).default('psn_no'),
  }),
  effects: ({ with: { field } }) => after({ do: 'alter', change: { path: `**.${field}`, set: OTHERS[field] } }),
});
