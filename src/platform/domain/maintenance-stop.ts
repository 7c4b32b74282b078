import type { Instant } from '../../kernel/civil-time.ts';
import type { Maintenance } from './maintenance.ts';
import { leadStop } from './maintenance-lead.ts';
import { runsIn, type Stretch } from './maintenance-phase.ts';
import { reaches, speakerOf } from './maintenance-reach.ts';
import type { Business } from './new-business.ts';
import type { Party } from './party.ts';
import { refuse, type Refusal } from './refusals.ts';
import { windowInWords } from './window-in-words.ts';

/** The window in which a party does not answer, and in whose name that is told. */
export type Down = { readonly window: Maintenance; readonly by: Party };

/**
 * The first of these parties whose system is down 停机维护 for that business at some moment of the stretch. Of several
 * windows of one party the one that lasts longest.
 */
export const whoIsDown = (
  windows: readonly Maintenance[],
  parties: readonly Party[],
  business: Business,
  stretch: Stretch,
): Down | undefined => {
  if (windows.length === 0) return undefined;
  for (const party of parties) {
    const [first, ...others] = windows.filter((row) => runsIn(row, stretch) && reaches(row, party, business));
    if (!first) continue;
    const window = others.reduce((latest, row) => (row.end > latest.end ? row : latest), first);
    return { window, by: speakerOf(window, party) };
  }
  return undefined;
};

/** Its text at once, with begin and end. */
export const downRefusal = ({ window, by }: Down): Refusal => refuse(by, 'in-maintenance', windowInWords(window));

/** To who waits on a way that has gone down meanwhile: nobody knows what became of the innermost message. */
export const begunRefusal = ({ window, by }: Down, infno: string): Refusal =>
  refuse(by, 'maintenance-begun', windowInWords(window), infno);

/**
 * Why these parties, in the order of the way, do not take that business now: the first that is down, or has stopped new
 * business because it will be.
 */
export const maintenanceStop = (
  windows: readonly Maintenance[],
  parties: readonly Party[],
  business: Business,
  now: Instant,
): Refusal | undefined => {
  for (const party of windows.length === 0 ? [] : parties) {
    const down = whoIsDown(windows, [party], business, { from: now, to: now });
    const stop = down ? downRefusal(down) : leadStop(windows, party, business, now);
    if (stop) return stop;
  }
  return undefined;
};
