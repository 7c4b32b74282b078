import type { Instant } from '../../kernel/civil-time.ts';
import type { Call } from '../../kernel/fault/call.ts';
import type { Effects } from '../../kernel/fault/effect.ts';
import type { Fault } from '../../kernel/fault/fault.ts';
import { byChance, counted, judge, type Judgement, type Strike } from '../../kernel/fault/plan.ts';
import { must } from '../../kernel/assert.ts';
import type { Fired, Firing } from '../domain/firing.ts';
import type { Reader, Write } from '../store/port.ts';
import { kindNamed } from './kinds.ts';

/** What strikes a call, and what must be written before it does. */
export type Struck = { readonly effects: Effects; readonly fired: readonly Fired[]; readonly writes: readonly Write[] };

/** Which exchange is struck. */
export type Struggle = { readonly seq: number; readonly now: Instant; readonly call: Call };

/**
 * Judges the armed faults, and those of the moment (a header, magic values), which are counted nowhere. Pure: reads
 * the counters, returns what they become.
 */
export const strike = (reader: Reader, ofTheMoment: readonly Fault[], { seq, now, call }: Struggle): Struck => {
  const armed = reader.faults();
  const attempts = (fault: Fault, key: string) => reader.faultAttempts(fault.id, key);
  const judged = judge([...armed, ...ofTheMoment], call, now, attempts);
  const kept = new Set(armed);
  const strikes = judged.flatMap((judgement) => judgement.strike ?? []);
  return {
    effects: together(strikes, call),
    fired: strikes.map(firedOf),
    writes: [
      ...judged.filter(({ met, fault }) => met && kept.has(fault)).flatMap((one) => countings(one, call, attempts)),
      ...strikes.map((one, index): Write => ({
        kind: 'firing.append',
        firing: firingOf(one, index + 1, { seq, now, call }),
      })),
    ],
  };
};

const countings = (
  judgement: Judgement,
  call: Call,
  attempts: (fault: Fault, key: string) => number,
): readonly Write[] => {
  const { fault } = judgement;
  const put: Write = { kind: 'fault.put', fault: counted(judgement) };
  if (!byChance(fault.schedule)) return [put];
  return [put, { kind: 'fault.attempt', fault: fault.id, key: call.key, attempt: attempts(fault, call.key) + 1 }];
};

/** The effects of several faults, one after another. */
const together = (strikes: readonly Strike[], call: Call): Effects => {
  const each = strikes.map(({ fault, draw }) => {
    const kind = kindNamed(fault.kind);
    must(kind, `a fault of kind ${fault.kind} is armed`);
    return kind.effects({ with: fault.with, scope: fault.scope, call, draw });
  });
  return { before: each.flatMap((effects) => effects.before), after: each.flatMap((effects) => effects.after) };
};

const firedOf = ({ fault, draw }: Strike): Fired => ({
  fault: fault.id,
  kind: fault.kind,
  scope: fault.scope,
  with: fault.with,
  draw,
});

const firingOf = (strike: Strike, nth: number, { seq, now, call }: Struggle): Firing => ({
  ...firedOf(strike),
  seq,
  nth,
  at: now,
  infno: call.infno,
  ...(call.fixmedins_code !== undefined && { fixmedins_code: call.fixmedins_code }),
  ...(strike.fault.note !== undefined && { note: strike.fault.note }),
});
