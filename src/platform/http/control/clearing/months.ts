import {
  actInMonth,
  clearingStatus,
  isClearingMonth,
  monthShown,
  runForm,
  runMonth,
  type ClearingSource,
} from '../../../sandbox.ts';
import { problem } from '../answers.ts';
import type { ControlContext, ControlHandler } from '../control-env.ts';
import { formBody, jsonBody } from '../json-body.ts';
import { longAnswer } from '../long-answer.ts';
import { told } from './problems.ts';

/** What clearing of the workspace is told from. */
export const sourceOf = (c: ControlContext): ClearingSource => {
  const { store, clock, settings } = c.var.workspace.world();
  return { reader: store.reader, now: clock.now(), settings: settings() };
};

/** The month that the path or the query names, `2026-03`; or the answer that it is none. */
export const monthNamed = (c: ControlContext, text: string): string | Response => {
  const period = text.replace('-', '');
  return isClearingMonth(period) ? period : problem(c, 400, `“${text}” 应为清算年月 yyyy-MM`);
};

/** `GET /clearing`: months, days that do not agree, rows that are kept out, open requests, faults. */
export const getClearing: ControlHandler = (c) => c.json(clearingStatus(sourceOf(c)));

/** `POST /clearing/run` `{ "month": "2026-03", "until": "generated" }`: the steps of a month at once. */
export const postRun: ControlHandler = async (c) => {
  const form = await formBody(c, runForm);
  if (!form.ok) return form.error;
  const { month, until } = form.value;
  const running = runMonth(c.var.workspace.world(), month, until);
  return longAnswer(
    c,
    running.then((run) => told(c, run, (value) => ({ month: value ? monthShown(sourceOf(c), value) : null }))),
  );
};

/** `GET /clearing/months/{month}`: bills and table of a month. */
export const getMonth: ControlHandler = (c) => {
  const named = c.req.param('month') ?? '';
  const period = monthNamed(c, named);
  if (typeof period !== 'string') return period;
  const source = sourceOf(c);
  const month = source.reader.clearingRecord('month', period);
  if (!month) return problem(c, 404, `${named} 还没有申报清算`);
  const generated = source.reader.clearingRecord('table', period) ?? null;
  return c.json({ month: monthShown(source, month), bills: month.bills, generated });
};

/**
 * `POST /clearing/months/{month}/events` `{ "kind": "reject", "payer": "610000", "reason": "…" }`: a province acts
 * ahead of its day: confirm, reject, correct, submit, transfer, receive. Amounts in 分.
 */
export const postEvent: ControlHandler = async (c) => {
  const period = monthNamed(c, c.req.param('month') ?? '');
  if (typeof period !== 'string') return period;
  const raw = await jsonBody(c);
  if (!raw.ok) return raw.error;
  const acted = await actInMonth(c.var.workspace.world(), period, raw.value);
  return told(c, acted, ({ month, note }) => ({
    month: monthShown(sourceOf(c), month), bills: month.bills, ...(note !== undefined && { note }),
  })); // prettier-ignore
};
