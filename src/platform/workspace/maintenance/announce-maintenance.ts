import { fail, ok, type Result } from '../../../kernel/result.ts';
import type { World } from '../../dispatch/world.ts';
import type { Maintenance } from '../../domain/maintenance.ts';
import { readForm, type FormProblem } from '../../wire/read-form.ts';
import { maintenanceForm } from './maintenance-form.ts';

const SERIES = 'maintenance';

/** Announces a maintenance window 停机维护 of the national node, a province or a place. */
export const announceMaintenance = async (
  world: World,
  raw: unknown,
): Promise<Result<Maintenance, readonly FormProblem[]>> => {
  const form = readForm(maintenanceForm(world.clock.now()), raw);
  if (!form.ok) return fail(form.error);
  return world.queue.submit((writer) => {
    const serial = writer.reader.serial(SERIES) + 1;
    const window = { id: `MT${String(serial).padStart(4, '0')}`, ...form.value };
    writer.apply([
      { kind: 'serial.take', key: SERIES, value: serial },
      { kind: 'maintenance.put', window },
    ]);
    return ok(window);
  });
};

/** Calls a window off; one that was called off stays as it is. Undefined for one that was never announced. */
export const cancelMaintenance = (world: World, id: string): Promise<Maintenance | undefined> =>
  world.queue.submit((writer) => {
    const window = writer.reader.maintenances().find((row) => row.id === id);
    if (!window || window.cancelledAt !== undefined) return window;
    const cancelled = { ...window, cancelledAt: world.clock.now() };
    writer.apply([{ kind: 'maintenance.put', window: cancelled }]);
    return cancelled;
  });
