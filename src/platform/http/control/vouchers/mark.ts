import { z } from 'zod';
import { markVoucher } from '../../../sandbox.ts';
import { problem } from '../answers.ts';
import type { ControlHandler } from '../control-env.ts';
import { formBody } from '../json-body.ts';
import { noVoucher, voucherNamed } from './read.ts';
import { shownVoucher } from './shown.ts';

const form = z.strictObject({ mark: z.enum(['applying', 'reimbursed', 'none', 'reversed']) });

/**
 * `POST /vouchers/{institution}/{code-number}/mark` `{ "mark": "applying" }`: what another department does with it:
 * applying 申请报销 → reimbursed 报销, or none 退回申请; reversed 冲红.
 */
export const postMark: ControlHandler = async (c) => {
  const wanted = await formBody(c, form);
  if (!wanted.ok) return wanted.error;
  const voucher = voucherNamed(c);
  if (!voucher) return noVoucher(c);
  const after = await markVoucher(c.var.workspace.world(), voucher, wanted.value.mark);
  return after.ok ? c.json({ voucher: shownVoucher(after.value) }) : problem(c, 409, after.error);
};
