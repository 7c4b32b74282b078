import { isAdmdvs, type Admdvs } from '../../kernel/admdvs.ts';
import type { Party } from '../domain/party.ts';
import type { Message } from './definition.ts';

/** Who answers at a door: the place of treatment, the national node, the insured place. */
export const partyOf = (message: Message): Party => {
  if (message.door === 'national') return { role: 'national' };
  if (message.door === 'credential') return { role: 'credential' };
  if (message.door === 'insured') return insuredParty(message.insuplc_admdvs);
  return { role: 'treatment', place: message.mdtrtarea_admvs };
};

/** A relayed message that names no place was for nobody here. */
const insuredParty = (place: Admdvs | undefined): Party =>
  place !== undefined && isAdmdvs(place) ? { role: 'insured', place } : { role: 'sandbox' };

/** Where the sender has not said who receives: six digits all the same, inf_refmsgid has thirty. */
const NOWHERE: Admdvs = '000000';

/** The area of the receiver in inf_refmsgid; the national node's 100000 is ours (sandbox). */
export const areaOf = (message: Message): Admdvs => {
  if (message.door === 'national') return '100000';
  const area = message.door === 'insured' ? message.insuplc_admdvs : message.mdtrtarea_admvs;
  return area !== undefined && isAdmdvs(area) ? area : NOWHERE;
};
