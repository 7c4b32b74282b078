import { plainAnswer } from '../../plain-answer.ts';
import { problem } from '../answers.ts';
import type { ControlHandler } from '../control-env.ts';
import { explanationOf } from './explanation.ts';
import { printExplanation } from './print-explanation.ts';

/** `GET /settlements/{setl_id}/explanation`: how a settlement came about; `?format=text` as a page to print. */
export const getExplanation: ControlHandler = (c) => {
  const setl_id = c.req.param('setl_id') ?? '';
  const explanation = explanationOf(c.var.workspace.world(), setl_id);
  if (!explanation) return problem(c, 404, `本工作区没有结算 ${setl_id}`);
  return c.req.query('format') === 'text'
    ? plainAnswer(200, printExplanation(explanation).trimEnd())
    : c.json(explanation);
};
