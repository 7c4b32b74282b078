import { fail, ok, type Result } from '../../../kernel/result.ts';
import { lookRound } from '../../dispatch/watched.ts';
import type { World } from '../../dispatch/world.ts';
import type { Maintenance } from '../../domain/maintenance.ts';
import type { Write } from '../../store/port.ts';
import { readForm, type FormProblem } from '../../wire/read-form.ts';
import { maintenanceForm } from './maintenance-form.ts';

const SERIES = 'maintenance';

/** Announces a maintenance window 停机维护 of a node; messages that wait on a way that is down from now on are told so. */
export const announceMaintenance = async (
  world: World,
  raw: unknown,
): Promise<Result<Maintenance, readonly FormProblem[]>> => {
  const now = world.clock.now();
  const form = readForm(maintenanceForm(now), raw);
  if (!form.ok) return fail(form.error);
  const window = await world.queue.submit((writer) => {
    const serial = writer.reader.serial(SERIES) + 1;
    const row = { id: `MT${String(serial).padStart(4, '0')}`, ...form.value };
    writer.apply([
      { kind: 'serial.take', key: SERIES, value: serial },
      { kind: 'maintenance.put', window: row },
      ...(row.begin > now ? [beginOf(row)] : []),
    ]);
    return row;
  });
  lookRound(world);
  return ok(window);
};

const beginOf = ({ id, begin }: Maintenance): Write => ({
  kind: 'due.put',
  due: { kind: 'maintenance-begin', key: id, at: begin },
});

/** Calls a window off; one that was called off stays as it is. Undefined for one that was never announced. */
export const cancelMaintenance = (world: World, id: string): Promise<Maintenance | undefined> =>
  world.queue.submit((writer) => {
    const window = writer.reader.maintenances().find((row) => row.id === id);
    if (!window || window.cancelledAt !== undefined) return window;
    const cancelled = { ...window, cancelledAt: world.clock.now() };
    writer.apply([
      { kind: 'maintenance.put', window: cancelled },
      { kind: 'due.done', due: { kind: 'maintenance-begin', key: id, at: window.begin } },
    ]);
    return cancelled;
  });
