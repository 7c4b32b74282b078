import { isAdmdvs, placeOf, reach, type Admdvs, type Reach } from '../../../../kernel/admdvs.ts';
import type { CivilDate } from '../../../../kernel/civil-time.ts';
import { filingThere, type AlreadyThere } from '../../../domain/applications/already-there.ts';
import { daysFault } from '../../../domain/applications/filing-asked.ts';
import type { Institution } from '../../../domain/institution.ts';
import type { Party } from '../../../domain/party.ts';
import type { Filing } from '../../../domain/person.ts';
import { refuse, type Refusal, type RefusalName } from '../../../domain/refusals.ts';
import type { Input } from './wire.gen.ts';

/** What `referralFault` may say. */
export const REFERRAL_REFUSALS: readonly RefusalName[] = [
  'referral-disagreed', 'filing-area-unknown', 'referral-type', 'institution-not-known', 'institution-elsewhere',
  'match-dates', 'begin-too-late', 'filing-held', 'application-pending',
]; // prettier-ignore

/** List refl_type. */
const TYPES: Readonly<Record<Reach, string>> = {
  local: '1 市内转院',
  'same-province': '2 转往省内异地',
  'cross-province': '3 转往省外异地',
};

type Where = { readonly insuplc: Admdvs; readonly today: CivilDate; readonly by: Party };

/** Why a transfer cannot be filed: the place, the hospital, the days, or one like it is there. */
export const referralFault = (
  sent: Input['refmedin'],
  filing: Filing,
  receiving: Institution | undefined,
  there: Pick<AlreadyThere, 'filings' | 'applications'>,
  { insuplc, today, by }: Where,
): Refusal | undefined => {
  if (sent.hosp_agre_refl_flag === '0') return refuse(by, 'referral-disagreed');
  return (
    placeFault(sent, insuplc, by) ??
    hospitalFault(sent, receiving, by) ??
    daysFault(filing, today, by) ??
    filingThere(there, filing, undefined, by)
  );
};

const placeFault = (
  { mdtrtarea_admdvs, refl_type }: Input['refmedin'],
  insuplc: Admdvs,
  by: Party,
): Refusal | undefined => {
  if (!isAdmdvs(mdtrtarea_admdvs)) return refuse(by, 'filing-area-unknown', mdtrtarea_admdvs);
  const right = TYPES[reach(mdtrtarea_admdvs, insuplc)];
  return right.startsWith(refl_type) ? undefined : refuse(by, 'referral-type', refl_type, right);
};

const hospitalFault = (
  { reflin_medins_no: code, mdtrtarea_admdvs }: Input['refmedin'],
  receiving: Institution | undefined,
  by: Party,
): Refusal | undefined => {
  if (!receiving) return refuse(by, 'institution-not-known', 'reflin_medins_no', code);
  const place = placeOf(receiving.admdvs);
  if (place === placeOf(mdtrtarea_admdvs)) return undefined;
  return refuse(by, 'institution-elsewhere', 'reflin_medins_no', code, place, mdtrtarea_admdvs);
};
