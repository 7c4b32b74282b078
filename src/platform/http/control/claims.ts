import { must } from '../../../kernel/assert.ts';
import { reimburseClaim } from '../../sandbox.ts';
import { misfit } from './answers.ts';
import type { ControlHandler } from './control-env.ts';
import { explanationOf } from './explanation/explanation.ts';
import { jsonBody } from './json-body.ts';

/**
 * `POST /claims/reimburse`: manual reimbursement 手工报销 of a bill that a person has paid; amounts of the form are in 元.
 * Answers with the settlement and its steps, as `GET /settlements/{setl_id}/explanation` does.
 */
export const postReimbursement: ControlHandler = async (c) => {
  const raw = await jsonBody(c);
  if (!raw.ok) return raw.error;
  const world = c.var.workspace.world();
  const paid = await reimburseClaim(world, raw.value);
  if (!paid.ok) return misfit(c, paid.error);
  const explanation = explanationOf(world, paid.value.setl_id);
  must(explanation, 'what was written is there');
  return c.json(explanation, 201);
};
