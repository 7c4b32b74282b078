import { fail, ok, type Result } from '../../../kernel/result.ts';
import type { World } from '../../dispatch/world.ts';
import type { Maintenance } from '../../domain/maintenance.ts';
import { phaseOf } from '../../domain/maintenance-phase.ts';
import { readForm, type FormProblem } from '../../wire/read-form.ts';
import { extensionForm } from './maintenance-form.ts';

/** Why a window was not extended: nobody announced it, it is past, or the form does not fit. */
export type NotExtended = 'unknown' | 'cancelled' | 'over' | readonly FormProblem[];

/** Gives a window that is not past a later end, another text, or both; its begin and lead time stay. */
export const extendMaintenance = (world: World, id: string, raw: unknown): Promise<Result<Maintenance, NotExtended>> =>
  world.queue.submit((writer) => {
    const window = writer.reader.maintenances().find((row) => row.id === id);
    if (!window) return fail('unknown');
    const phase = phaseOf(window, world.clock.now());
    if (phase === 'cancelled' || phase === 'over') return fail(phase);
    const form = readForm(extensionForm(window), raw);
    if (!form.ok) return fail(form.error);
    const extended = { ...window, ...form.value };
    writer.apply([{ kind: 'maintenance.put', window: extended }]);
    return ok(extended);
  });
