import { z } from 'zod';
import { FAULT_KINDS, faultForm } from '../../../../virtual-devices/faults/fault.ts';
import { problem } from '../answers.ts';
import type { ControlHandler } from '../control-env.ts';
import { formBody } from '../json-body.ts';
import { deskIn } from './manage.ts';

/** `GET /devices/faults`: those that were ordered, with how often each was in question and struck. */
export const listDeviceFaults: ControlHandler = (c) => c.json({ faults: deskIn(c).faults.all() });

/** `POST /devices/faults` `{ "kind": "dirty-contact", "when": { "device": "reader-1" }, "schedule": { "nth": 3 } }` */
export const postDeviceFault: ControlHandler = async (c) => {
  const wanted = await formBody(c, faultForm);
  if (!wanted.ok) return wanted.error;
  const added = deskIn(c).faults.add(wanted.value);
  return added.ok ? c.json({ fault: added.value }, 201) : problem(c, 422, added.error);
};

/** `DELETE /devices/faults/{id}` */
export const deleteDeviceFault: ControlHandler = (c) => {
  const id = c.req.param('id') ?? '';
  return deskIn(c).faults.remove(id) ? c.json({ removed: id }) : problem(c, 404, `没有设备故障 ${id}`);
};

/** `DELETE /devices/faults`: all of them. */
export const deleteDeviceFaults: ControlHandler = (c) => c.json({ removed: deskIn(c).faults.clear() });

/** `GET /devices/faults/firings` */
export const listDeviceFirings: ControlHandler = (c) => c.json({ firings: deskIn(c).faults.firings() });

/** `GET /devices/faults/kinds`: every kind with its parameters as a JSON Schema. */
export const listDeviceFaultKinds: ControlHandler = (c) =>
  c.json({
    kinds: Object.entries(FAULT_KINDS).map(([kind, { name, with: parameters }]) => ({
      kind,
      name,
      with: z.toJSONSchema(parameters, { io: 'input' }),
    })),
  });
