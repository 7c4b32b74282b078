import { dateOf, type Instant } from '../../kernel/civil-time.ts';
import { crossProvinceStop, routeStop, type NewBusiness } from '../domain/cross-province-stop.ts';
import type { Library } from '../domain/library.ts';
import { isNewBusiness } from '../domain/new-business.ts';
import type { Refusal } from '../domain/refusals.ts';
import type { Settings } from '../domain/settings.ts';
import type { LegQuestion, Reader } from '../store/port.ts';

/** Earlier business and queries that go to the insured place: they pass where new business is stopped. */
const EARLIER_BUSINESS = new Set(['1203', '1301', '1406']);

type Now = { readonly now: Instant; readonly library: Library; readonly settings: Settings };

/**
 * What the national node itself stops, before it relays: of new business 新业务 what the list of diseases, the institution
 * or the insured place do not allow.
 */
export const intercept = (
  reader: Reader,
  question: LegQuestion,
  { now, library, settings }: Now,
): Refusal | undefined => {
  const { infno, mdtrtarea, insuplc } = question;
  if (EARLIER_BUSINESS.has(infno)) return routeStop(question);
  if (!isNewBusiness(question)) return undefined;
  const { data = {} } = question.input as { readonly data?: Partial<NewBusiness> };
  return crossProvinceStop(
    { ...data, mdtrtarea, insuplc },
    {
      institution: reader.institution(data.fixmedins_code ?? ''),
      placeStates: reader.placeStates(),
      diseases: library.diseases,
      today: dateOf(now),
      jointTest: settings.jointTest,
    },
  );
};
