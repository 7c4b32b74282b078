import { announceMaintenance, cancelMaintenance, extendMaintenance } from '../../sandbox.ts';
import { misfit, problem } from './answers.ts';
import type { ControlHandler } from './control-env.ts';
import { jsonBody } from './json-body.ts';
import { maintenanceEntry } from './maintenance-entry.ts';

/** `GET /maintenance`: all windows that were announced, by id. */
export const listMaintenance: ControlHandler = (c) => {
  const { store, clock } = c.var.workspace.world();
  const now = clock.now();
  return c.json({ maintenance: store.reader.maintenances().map((window) => maintenanceEntry(window, now)) });
};

/**
 * `POST /maintenance` `{ "node": "national", "from": "2026-09-01 22:00", "to": "2026-09-02 06:00", "lead": "2h",
 * "newBusiness": "refused", "transactions": ["1107"], "text": "…" }`; without `from` it begins now, without `lead`
 * business goes on until then, without `transactions` the whole system is down.
 */
export const postMaintenance: ControlHandler = async (c) => {
  const raw = await jsonBody(c);
  if (!raw.ok) return raw.error;
  const world = c.var.workspace.world();
  const announced = await announceMaintenance(world, raw.value);
  if (!announced.ok) return misfit(c, announced.error);
  return c.json({ maintenance: maintenanceEntry(announced.value, world.clock.now()) }, 201);
};

/** `POST /maintenance/{id}/extend` `{ "to": "2026-09-02 08:00", "text": "…" }`: a later end, another text, or both. */
export const postExtension: ControlHandler = async (c) => {
  const raw = await jsonBody(c);
  if (!raw.ok) return raw.error;
  const id = c.req.param('id') ?? '';
  const world = c.var.workspace.world();
  const extended = await extendMaintenance(world, id, raw.value);
  if (extended.ok) return c.json({ maintenance: maintenanceEntry(extended.value, world.clock.now()) });
  const why = extended.error;
  if (why === 'unknown') return nobodyAnnounced(c, id);
  if (why === 'cancelled') return problem(c, 409, `停机维护 ${id} 已取消，不能延长；请另行登记`);
  if (why === 'over') return problem(c, 409, `停机维护 ${id} 已结束，不能延长；请另行登记`);
  return misfit(c, why);
};

/** `POST /maintenance/{id}/cancel` */
export const postCancellation: ControlHandler = async (c) => {
  const id = c.req.param('id') ?? '';
  const world = c.var.workspace.world();
  const window = await cancelMaintenance(world, id);
  if (!window) return nobodyAnnounced(c, id);
  return c.json({ maintenance: maintenanceEntry(window, world.clock.now()) });
};

const nobodyAnnounced = (c: Parameters<ControlHandler>[0], id: string): Response =>
  problem(c, 404, `没有停机维护 ${id}`);
