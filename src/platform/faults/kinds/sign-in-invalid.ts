import { z } from 'zod';
import { before, faultKind } from '../kind.ts';

const TEXTS = {
  expired: '签到已失效（已过当日 24 点），请重新签到（9001）后重发',
  elsewhere: '该操作员已在别处重新签到，本签到流水号（sign_no）作废，请重新签到（9001）后重发',
  operator: '签到流水号（sign_no）不属于该操作员（opter），请用本人签到后重发',
} as const;

export const signInInvalid = faultKind({
  kind: 'sign-in-invalid',
  title: '签到失效',
  about: '报文未处理，平台说签到流水号不再有效；平台未入账。',
  his: '重新签到一次，然后用同一 msgid 重发；不能无限循环。',
  scopes: ['before-commit'],
  params: z.strictObject({ reason: z.enum(['expired', 'elsewhere', 'operator']).default('expired') }),
  effects: ({ with: { reason } }) => before({ do: 'refuse', by: 'treatment', text: TEXTS[reason] }),
});
