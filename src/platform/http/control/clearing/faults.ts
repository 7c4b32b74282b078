import { dropClearingFault, setClearingFault } from '../../../sandbox.ts';
import { problem } from '../answers.ts';
import type { ControlHandler } from '../control-env.ts';
import { jsonBody } from '../json-body.ts';
import { told } from './problems.ts';

/** `GET /clearing/faults` */
export const listClearingFaults: ControlHandler = (c) =>
  c.json({ faults: c.var.workspace.world().store.reader.clearingRecords('fault', '', '~') });

/**
 * `POST /clearing/faults` `{ "kind": "missing", "province": "440000", "date": "2026-09-01" }`, or
 * `{ "kind": "late", "province": "610000", "period": "2026-09" }`.
 */
export const postClearingFault: ControlHandler = async (c) => {
  const raw = await jsonBody(c);
  if (!raw.ok) return raw.error;
  return told(c, await setClearingFault(c.var.workspace.world(), raw.value), (fault) => ({ fault }), 201);
};

/** `DELETE /clearing/faults/{id}`: says what was dropped. */
export const deleteClearingFault: ControlHandler = async (c) => {
  const id = c.req.param('id') ?? '';
  const fault = await dropClearingFault(c.var.workspace.world(), id);
  return fault ? c.json({ dropped: id, fault }) : problem(c, 404, `没有清算故障 ${id}`);
};
