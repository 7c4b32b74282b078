import { armFault, clearFaults, disarmFault, MOST_FAULTS, toldFault } from '../../../sandbox.ts';
import { misfit, problem } from '../answers.ts';
import type { ControlHandler } from '../control-env.ts';
import { jsonBody } from '../json-body.ts';

/** `GET /faults`: all that are armed, spent ones too, in the order in which they were armed. */
export const listFaults: ControlHandler = (c) => {
  const { store, clock } = c.var.workspace.world();
  const now = clock.now();
  return c.json({
    faults: store.reader.faults().map((fault) => toldFault(fault, now)),
    magicFaults: c.var.workspace.settings().magicFaults,
  });
};

/**
 * `POST /faults` `{ "kind": "answer-lost", "when": { "infno": "2207" }, "schedule": { "nth": 1 }, "with": { "how":
 * "rst" }, "count": 1 }`; nothing but the kind is needed.
 */
export const postFault: ControlHandler = async (c) => {
  const raw = await jsonBody(c);
  if (!raw.ok) return raw.error;
  const { workspace } = c.var;
  const armed = await armFault(workspace, raw.value);
  if (armed.ok) return c.json({ fault: toldFault(armed.value, workspace.world().clock.now()) }, 201);
  if (armed.error === 'full') return problem(c, 409, `一个工作区最多 ${MOST_FAULTS} 个故障，请先去掉一些`);
  if (armed.error === 'taken') return problem(c, 409, '这个编号（id）已有故障，请换一个，或先去掉原来的');
  return misfit(c, armed.error);
};

/** `DELETE /faults/{id}` */
export const deleteFault: ControlHandler = async (c) => {
  const id = c.req.param('id') ?? '';
  const world = c.var.workspace.world();
  const fault = await disarmFault(world, id);
  if (!fault) return problem(c, 404, `没有故障 ${id}；已设的故障见 GET faults`);
  return c.json({ fault: toldFault(fault, world.clock.now()) });
};

/** `DELETE /faults`: takes all away. */
export const deleteFaults: ControlHandler = async (c) =>
  c.json({ removed: await clearFaults(c.var.workspace.world()) });
