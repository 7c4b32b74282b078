import type { Instant } from '../civil-time.ts';
import type { Call } from './call.ts';
import { drawOf } from './draw.ts';
import { falls, scheduleInWords } from './falls.ts';
import type { Fault, Planned, Schedule } from './fault.ts';
import { mismatch } from './mismatch.ts';

/** A fault that strikes, and the draw that sizes what it does at random. */
export type Strike<F extends Planned = Fault> = { readonly fault: F; readonly nth: number; readonly draw: number };

/** What becomes of one fault for a call. */
export type Judgement<F extends Planned = Fault> = {
  readonly fault: F;
  /** The call is one that it is for: it is counted. */ readonly met: boolean;
  readonly strike?: Strike<F>;
  readonly why: string;
};

/** Attempts of that fault at that key so far: only schedules by chance ask. */
export type Attempts<F extends Planned = Fault> = (fault: F, key: string) => number;

/** A call as a plan sees it, of whatever sort it is: its key, and why a fault is not for it. */
export type Judged<F extends Planned> = {
  readonly key: string;
  readonly now: Instant;
  readonly missed: (fault: F) => string | undefined;
  readonly attempts: Attempts<F>;
};

/** Those that could still strike come in the order in which they are asked. */
export const inOrder = <F extends Planned>(faults: readonly F[]): F[] =>
  faults.toSorted((a, b) => b.priority - a.priority);

/** Judges every fault for a message. */
export const judge = (faults: readonly Fault[], call: Call, now: Instant, attempts: Attempts): Judgement[] =>
  judgeEach(faults, { key: call.key, now, missed: ({ when }) => mismatch(when, call), attempts });

/**
 * Judges every fault for a call: who strikes, and of the others why not. Faults come in the order in which they were
 * armed. Pure: what has been seen is counted by whoever keeps the faults (`counted`).
 */
export const judgeEach = <F extends Planned>(
  faults: readonly F[],
  { key, now, missed, attempts }: Judged<F>,
): Judgement<F>[] => {
  let taken: string | undefined;
  return inOrder(faults).map((fault) => {
    const unmet = spent(fault, now) ?? missed(fault);
    if (unmet !== undefined) return { fault, met: false, why: unmet };
    const nth = fault.seen + 1;
    const draw = () => drawOf(seedOf(fault.schedule), fault.id, key, attempts(fault, key) + 1);
    if (!falls(fault.schedule, { nth, now, draw })) {
      return {
        fault,
        met: true,
        why: `条件都符合，是第 ${nth} 次，${scheduleInWords(fault.schedule)}触发，这次不触发`,
      };
    }
    if (!fault.stack && taken !== undefined)
      return { fault, met: true, why: `让给先触发的 ${taken}（stack 为 false）` };
    if (!fault.stack) taken = fault.id;
    // Another draw than the one that decided: what fired by chance would else always be small.
    const size = drawOf(seedOf(fault.schedule), `${fault.id} size`, key, nth);
    return { fault, met: true, strike: { fault, nth, draw: size }, why: '会触发' };
  });
};

/** Why it is over. */
export const spent = ({ count, fired, expiresAt }: Planned, now: Instant): string | undefined => {
  if (count !== undefined && fired >= count) return `已触发 ${fired} 次，次数用完`;
  return expiresAt !== undefined && now >= expiresAt ? '已过有效期' : undefined;
};

/** The fault after a call that it matched. */
export const counted = <F extends Planned>({ fault, strike }: Judgement<F>): F => ({
  ...fault,
  seen: fault.seen + 1,
  fired: fault.fired + (strike ? 1 : 0),
});

/** Whether chance decides. */
export const byChance = (schedule: Schedule): boolean => 'rate' in schedule || 'ramp' in schedule;

const seedOf = (schedule: Schedule): string => ('seed' in schedule ? schedule.seed : '');
