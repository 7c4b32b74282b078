import { explainFaults, toldFault } from '../../../sandbox.ts';
import { misfit } from '../answers.ts';
import type { ControlHandler } from '../control-env.ts';
import { jsonBody } from '../json-body.ts';

/**
 * `POST /faults/explain` `{ "message": { "infno": "2207", "fixmedins_code": "…", "input": { … } }, "door": "hospital",
 * "header": "delay;ms=500" }`: of every fault whether it would strike this message now, condition by condition.
 */
export const postExplain: ControlHandler = async (c) => {
  const raw = await jsonBody(c);
  if (!raw.ok) return raw.error;
  const world = c.var.workspace.world();
  const explained = explainFaults(world, raw.value);
  if (!explained.ok) return misfit(c, explained.error);
  const now = world.clock.now();
  return c.json({
    fires: explained.value.filter(({ fires }) => fires).map(({ fault }) => fault.id),
    faults: explained.value.map(({ fault, ...rest }) => ({ ...toldFault(fault, now), ...rest })),
  });
};
