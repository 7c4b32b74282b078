import { deduct, raiseRequest, replyTo, requestShown } from '../../../sandbox.ts';
import { problem } from '../answers.ts';
import type { ControlHandler } from '../control-env.ts';
import { jsonBody } from '../json-body.ts';
import { sourceOf } from './months.ts';
import { told } from './problems.ts';

/** `GET /clearing/requests`: all that provinces asked of each other, by number. */
export const listRequests: ControlHandler = (c) => {
  const source = sourceOf(c);
  const rows = source.reader.clearingRecords('request', '', '~');
  return c.json({ requests: rows.map((row) => requestShown(row, source)) });
};

/**
 * `POST /clearing/requests` `{ "kind": "issue", "from": "440000", "to": "610000", "text": "…" }`; an inquiry has a
 * `bill` `{ "hospital", "bill_no", "med_type", "from_date", "to_date", "total": 分 }`.
 */
export const postRequest: ControlHandler = async (c) => {
  const raw = await jsonBody(c);
  if (!raw.ok) return raw.error;
  const raised = await raiseRequest(c.var.workspace.world(), raw.value);
  return told(c, raised, (row) => ({ request: requestShown(row, sourceOf(c)) }), 201);
};

/**
 * `POST /clearing/requests/{id}` `{ "event": "answer", "text": "…" }`: answer, refuse, reopen, close. The answer to
 * an inquiry has a `finding`: genuine, not-genuine, amount-differs.
 */
export const postReply: ControlHandler = async (c) => {
  const raw = await jsonBody(c);
  if (!raw.ok) return raw.error;
  const id = c.req.param('id') ?? '';
  const replied = await replyTo(c.var.workspace.world(), id, raw.value);
  if (!replied.ok && replied.error === 'unknown') return problem(c, 404, `没有协同 ${id}`);
  return told(c, replied, (row) => ({ request: requestShown(row, sourceOf(c)) }));
};

/** `POST /clearing/deductions` `{ "setl_id": "…", "amount": 分, "reason": "…" }` */
export const postDeduction: ControlHandler = async (c) => {
  const raw = await jsonBody(c);
  if (!raw.ok) return raw.error;
  return told(c, await deduct(c.var.workspace.world(), raw.value), (deduction) => ({ deduction }), 201);
};
