import { fail, ok, type Result } from '../../../kernel/result.ts';
import type { Fault } from '../../../kernel/fault/fault.ts';
import { readFault, type Ordered } from '../../faults/fault-form.ts';
import type { Reader } from '../../store/port.ts';
import type { FormProblem } from '../../wire/read-form.ts';
import { personNumber } from '../person-number.ts';
import type { Workspace } from '../workspace.ts';

/** Armed faults of one workspace, spent ones too: every message is held against each of them. */
export const MOST_FAULTS = 500;

const SERIES = 'fault';

/** Why a fault was not armed: the form does not fit, its id is taken, there are too many. */
export type NotArmed = 'taken' | 'full' | readonly FormProblem[];

/** Arms a fault; from the next message on it strikes. */
export const armFault = (workspace: Workspace, raw: unknown): Promise<Result<Fault, NotArmed>> => {
  const { clock, queue } = workspace.world();
  const form = readFault(raw, {
    now: clock.now(),
    seed: workspace.origin().seed,
    personNumber: (persona) => personNumber(workspace, persona),
  });
  if (!form.ok) return Promise.resolve(fail(form.error));
  return queue.submit((writer) => {
    const armed = writer.reader.faults();
    if (armed.length >= MOST_FAULTS) return fail('full');
    if (armed.some(({ id }) => id === form.value.id)) return fail('taken');
    const { serials, fault } = numbered(form.value, writer.reader);
    writer.apply([
      ...serials.map((value) => ({ kind: 'serial.take' as const, key: SERIES, value })),
      { kind: 'fault.put', fault },
    ]);
    return ok(fault);
  });
};

/** `F0001`, unless the user has named it; a number that somebody has taken for a name is passed over. */
const numbered = (ordered: Ordered, reader: Reader): { readonly serials: readonly number[]; readonly fault: Fault } => {
  const counters = { seen: 0, fired: 0 };
  if (ordered.id !== undefined) return { serials: [], fault: { ...ordered, id: ordered.id, ...counters } };
  const named = new Set(reader.faults().map(({ id }) => id));
  const first = reader.serial(SERIES) + 1;
  let last = first;
  while (named.has(numberOf(last))) last += 1;
  // A series is taken number by number.
  const serials = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return { serials, fault: { ...ordered, id: numberOf(last), ...counters } };
};

const numberOf = (serial: number): string => `F${String(serial).padStart(4, '0')}`;
