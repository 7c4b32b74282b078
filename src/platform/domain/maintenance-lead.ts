import type { Instant } from '../../kernel/civil-time.ts';
import type { Maintenance } from './maintenance.ts';
import { phaseOf } from './maintenance-phase.ts';
import { reaches, speakerOf } from './maintenance-reach.ts';
import { isNewBusiness, type Business } from './new-business.ts';
import { partyPrefix, type Party } from './party.ts';
import { refuse, type Refusal } from './refusals.ts';
import { announced, windowInWords } from './window-in-words.ts';

type Choice = NonNullable<Maintenance['newBusiness']>;

/** Why a party takes no new business in the lead time of its window; earlier business drains. */
export const leadStop = (
  windows: readonly Maintenance[],
  party: Party,
  business: Business,
  now: Instant,
): Refusal | undefined => {
  const window = isNewBusiness(business) ? soonest(windows, party, business, now, 'refused') : undefined;
  return window && refuse(speakerOf(window, party), 'maintenance-ahead', windowInWords(window));
};

/**
 * What new business hears that is still done in the lead time, in whose name: of the first of these parties, in the
 * order of the way, that announces anything.
 */
export const announcement = (
  windows: readonly Maintenance[],
  parties: readonly Party[],
  business: Business,
  now: Instant,
): string | undefined => {
  if (windows.length === 0 || !isNewBusiness(business)) return undefined;
  for (const party of parties) {
    const window = soonest(windows, party, business, now, 'warned');
    if (window) return `${partyPrefix(speakerOf(window, party))} ${announced(windowInWords(window))}`;
  }
  return undefined;
};

const soonest = (
  windows: readonly Maintenance[],
  party: Party,
  business: Business,
  now: Instant,
  choice: Choice,
): Maintenance | undefined =>
  windows
    .filter(({ newBusiness = 'refused' }) => newBusiness === choice)
    .filter((window) => phaseOf(window, now) === 'lead' && reaches(window, party, business))
    .reduce<Maintenance | undefined>((first, row) => (first && first.begin <= row.begin ? first : row), undefined);
