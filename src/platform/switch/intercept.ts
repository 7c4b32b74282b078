import { isAdmdvs, reach } from '../../kernel/admdvs.ts';
import { dateOf, type Instant } from '../../kernel/civil-time.ts';
import { crossProvinceStop, type NewBusiness } from '../domain/cross-province-stop.ts';
import type { Library } from '../domain/library.ts';
import type { Party } from '../domain/party.ts';
import { refuse, type Refusal } from '../domain/refusals.ts';
import type { LegQuestion, Reader } from '../store/port.ts';

const NATION: Party = { role: 'national' };

/** New business 新业务; refunds, reversals and queries of earlier business pass where new business is stopped. */
const NEW_BUSINESS = new Set(['1005', '1106', '1107']);

type Fields = NewBusiness & { readonly fixmedins_code?: string };

/**
 * What the national node itself stops, before it relays: a place that does not exist or is of the same province, and of
 * new business what the list of diseases and the institution do not allow.
 */
export const intercept = (
  reader: Reader,
  question: LegQuestion,
  now: Instant,
  library: Library,
): Refusal | undefined => {
  const { insuplc, mdtrtarea, infno } = question;
  if (!isAdmdvs(insuplc)) return refuse(NATION, 'place-unknown', insuplc);
  if (reach(mdtrtarea, insuplc) !== 'cross-province') return refuse(NATION, 'same-province');
  if (!NEW_BUSINESS.has(infno)) return undefined;
  const { data = {} } = question.input as { readonly data?: Fields };
  return crossProvinceStop(reader.institution(data.fixmedins_code ?? ''), data, dateOf(now), library.diseases);
};
