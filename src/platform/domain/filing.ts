import { placeOf, provinceOf, type Admdvs } from '../../kernel/admdvs.ts';
import type { CivilDate } from '../../kernel/civil-time.ts';
import type { Party } from './party.ts';
import { lastOver, validOn, type Filing, type FilingKind } from './person.ts';
import { refuse, type Refusal } from './refusals.ts';

/** Where and when treatment is sought. */
export type Sought = { readonly mdtrtarea: Admdvs; readonly fixmedins_code: string; readonly day: CivilDate };

/** Filed to the city, to its whole province (an xx0000 code), and, where one is named, to this institution. */
export const coversPlace = (filing: Filing, { mdtrtarea }: Pick<Sought, 'mdtrtarea'>): boolean => {
  const filed = placeOf(filing.mdtrtarea_admdvs);
  return filed === placeOf(mdtrtarea) || filed === provinceOf(mdtrtarea);
};

const coversInstitution = (filing: Filing, { fixmedins_code }: Sought): boolean =>
  filing.fixmedins_code === undefined || filing.fixmedins_code === fixmedins_code;

/** Of several filings that hold, the one that is paid best. */
const BEST: readonly FilingKind[] = ['resident', 'emergency', 'referral', 'other'];

/** The filing 备案 under which a person is treated elsewhere, or why none holds. */
export const filingFor = (filings: readonly Filing[], sought: Sought, by: Party): Filing | Refusal => {
  // A changed filing is no reason: another one has taken its place.
  const known = filings.filter((filing) => filing.ended?.how !== 'changed' || validOn(filing, sought.day));
  const here = known.filter((filing) => coversPlace(filing, sought));
  const holding = here.filter((filing) => validOn(filing, sought.day));
  const usable = holding.filter((filing) => coversInstitution(filing, sought));
  const best = BEST.flatMap((kind) => usable.filter((filing) => filing.kind === kind))[0];
  return best ?? whyNone(known, here, holding, sought, by);
};

const whyNone = (
  filings: readonly Filing[],
  here: readonly Filing[],
  holding: readonly Filing[],
  { day }: Sought,
  by: Party,
): Refusal => {
  const otherInstitution = holding.find((filing) => filing.fixmedins_code !== undefined);
  if (otherInstitution?.fixmedins_code !== undefined) {
    return refuse(by, 'filing-other-institution', otherInstitution.fixmedins_code);
  }
  const over = lastOver(here, day);
  if (over)
    return over.ended ? refuse(by, 'filing-cancelled', over.ended.on) : refuse(by, 'filing-expired', over.enddate);
  const future = here.find((filing) => filing.begndate > day && filing.ended === undefined);
  if (future) return refuse(by, 'filing-not-begun', future.begndate);
  const elsewhere = filings.find((filing) => validOn(filing, day));
  return elsewhere ? refuse(by, 'filing-elsewhere', elsewhere.mdtrtarea_admdvs) : refuse(by, 'filing-missing');
};
