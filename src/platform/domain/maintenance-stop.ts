import { placeOf, provinceOf } from '../../kernel/admdvs.ts';
import { dateTimeOf, type Instant } from '../../kernel/civil-time.ts';
import type { Maintenance } from './maintenance.ts';
import type { Party } from './party.ts';
import { refuse, type Refusal } from './refusals.ts';

/**
 * Why one of these parties cannot answer now: the first of them whose system is down 停机维护, with begin, end and text of
 * its window, and in whose name. Of several windows of one party the one that lasts longest.
 */
export const maintenanceStop = (
  windows: readonly Maintenance[],
  parties: readonly Party[],
  now: Instant,
): Refusal | undefined => {
  const open = windows.filter((window) => window.cancelledAt === undefined && window.begin <= now && now < window.end);
  if (open.length === 0) return undefined;
  for (const party of parties) {
    const own = open.filter(({ node }) => nodesOf(party).includes(node));
    const [first, ...others] = own;
    if (first) return refusalOf(others.reduce(laterEnd, first), party);
  }
  return undefined;
};

/** A place is down with its whole province too. */
const nodesOf = (party: Party): readonly string[] => {
  if (party.role === 'national') return ['national'];
  return 'place' in party ? [placeOf(party.place), provinceOf(party.place)] : [];
};

const laterEnd = (one: Maintenance, other: Maintenance): Maintenance => (other.end > one.end ? other : one);

/** Said by whoever is down: the place, or its province. */
const refusalOf = ({ node, begin, end, text }: Maintenance, party: Party): Refusal => {
  const by: Party = party.role === 'treatment' || party.role === 'insured' ? { ...party, place: node } : party;
  return refuse(by, 'in-maintenance', toTheMinute(begin), toTheMinute(end), text);
};

const toTheMinute = (at: Instant): string => dateTimeOf(at).slice(0, 16);
