import type { Fault } from '../../../kernel/fault/fault.ts';
import type { World } from '../../dispatch/world.ts';

/** Takes a fault away; what it did stays in the journal. Undefined for one that is not armed. */
export const disarmFault = (world: World, id: string): Promise<Fault | undefined> =>
  world.queue.submit((writer) => {
    const fault = writer.reader.faults().find((row) => row.id === id);
    if (fault) writer.apply([{ kind: 'fault.drop', id }]);
    return fault;
  });

/** Takes all faults away; says how many there were. */
export const clearFaults = (world: World): Promise<number> =>
  world.queue.submit((writer) => {
    const faults = writer.reader.faults();
    writer.apply(faults.map(({ id }) => ({ kind: 'fault.drop' as const, id })));
    return faults.length;
  });
