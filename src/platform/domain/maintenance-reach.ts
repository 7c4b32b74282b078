import { placeOf, provinceOf } from '../../kernel/admdvs.ts';
import type { Maintenance } from './maintenance.ts';
import { sideOf, type Business } from './new-business.ts';
import type { Party } from './party.ts';

/** Whether the window concerns that party's part in that business. */
export const reaches = ({ node, transactions }: Maintenance, party: Party, business: Business): boolean =>
  nodesOf(party).includes(node) && (transactions?.includes(`${sideOf(business)}/${business.infno}`) ?? true);

/** A place is down with its whole province too, and everybody with all. */
const nodesOf = (party: Party): readonly string[] => {
  if (party.role === 'national') return ['national', 'all'];
  return 'place' in party ? [placeOf(party.place), provinceOf(party.place), 'all'] : [];
};

/** Who says so: the party itself, or the province whose system is down. */
export const speakerOf = ({ node }: Maintenance, party: Party): Party => {
  return 'place' in party && node !== 'all' && node !== 'national' ? { ...party, place: node } : party;
};
