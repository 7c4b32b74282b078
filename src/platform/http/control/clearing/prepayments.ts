import { actInPrepayment, poolsShown, roundShown, setQuota, usageIn } from '../../../sandbox.ts';
import { problem } from '../answers.ts';
import type { ControlHandler } from '../control-env.ts';
import { jsonBody } from '../json-body.ts';
import { monthNamed, sourceOf } from './months.ts';
import { told } from './problems.ts';

/**
 * `GET /clearing/prepayments?month=2026-03`: how far the month uses up what was prepaid, where the money of each
 * treatment province stands, and every adjustment.
 */
export const getPrepayments: ControlHandler = (c) => {
  const period = monthNamed(c, c.req.query('month') ?? '');
  if (typeof period !== 'string') return period;
  const source = sourceOf(c);
  const rounds = source.reader.clearingRecords('prepayment', '', '~').map((round) => roundShown(round, source));
  return c.json({ usage: usageIn(source, period), pools: poolsShown(source), rounds });
};

/** `PUT /clearing/prepayments` `{ "year": "2026", "payer": "610000", "payee": "440000", "amount": 分 }` */
export const putPrepayment: ControlHandler = async (c) => {
  const raw = await jsonBody(c);
  if (!raw.ok) return raw.error;
  return told(c, await setQuota(c.var.workspace.world(), raw.value), (quota) => ({ quota }));
};

/**
 * `POST /clearing/prepayments/{id}/events` `{ "kind": "submit", "payer": "610000" }`: a province acts in an adjustment
 * ahead of its day: submit, transfer, receive. Amounts in 分.
 */
export const postPrepaymentEvent: ControlHandler = async (c) => {
  const raw = await jsonBody(c);
  if (!raw.ok) return raw.error;
  const id = c.req.param('id') ?? '';
  const acted = await actInPrepayment(c.var.workspace.world(), id, raw.value);
  if (!acted.ok && acted.error === 'unknown') return problem(c, 404, `没有预付金调整 ${id}`);
  return told(c, acted, (round) => ({ round: roundShown(round, sourceOf(c)) }));
};
