import { placeName } from '../../../kernel/admdvs.ts';
import { dateTimeOf, type Instant } from '../../../kernel/civil-time.ts';
import type { Maintenance } from '../../domain/maintenance.ts';
import { announceMaintenance, cancelMaintenance } from '../../sandbox.ts';
import { misfit, problem } from './answers.ts';
import type { ControlHandler } from './control-env.ts';
import { jsonBody } from './json-body.ts';

/** By the workspace's clock: planned 未开始, running 进行中, over 已结束, cancelled 已取消. */
const stateOf = ({ begin, end, cancelledAt }: Maintenance, now: Instant): string => {
  if (cancelledAt !== undefined) return 'cancelled';
  if (now < begin) return 'planned';
  return now < end ? 'running' : 'over';
};

/** A window with its times as civil time. */
const shown = (window: Maintenance, now: Instant) => ({
  id: window.id,
  node: window.node,
  name: window.node === 'national' ? '国家平台' : placeName(window.node),
  from: dateTimeOf(window.begin),
  to: dateTimeOf(window.end),
  text: window.text,
  state: stateOf(window, now),
  ...(window.cancelledAt !== undefined && { cancelledAt: dateTimeOf(window.cancelledAt) }),
});

/** `GET /maintenance`: all windows that were announced, by id. */
export const listMaintenance: ControlHandler = (c) => {
  const { store, clock } = c.var.workspace.world();
  const now = clock.now();
  return c.json({ maintenance: store.reader.maintenances().map((window) => shown(window, now)) });
};

/**
 * `POST /maintenance` `{ "node": "national", "from": "2026-09-01 22:00", "to": "2026-09-02 06:00", "text": "…" }`;
 * without `from` it begins now.
 */
export const postMaintenance: ControlHandler = async (c) => {
  const raw = await jsonBody(c);
  if (!raw.ok) return raw.error;
  const world = c.var.workspace.world();
  const announced = await announceMaintenance(world, raw.value);
  if (!announced.ok) return misfit(c, announced.error);
  return c.json({ maintenance: shown(announced.value, world.clock.now()) }, 201);
};

/** `POST /maintenance/{id}/cancel` */
export const postCancellation: ControlHandler = async (c) => {
  const id = c.req.param('id') ?? '';
  const world = c.var.workspace.world();
  const window = await cancelMaintenance(world, id);
  if (!window) return problem(c, 404, `没有停机维护 ${id}`);
  return c.json({ maintenance: shown(window, world.clock.now()) });
};
