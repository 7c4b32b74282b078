import { isAdmdvs, placeName, placeOf, provinceOf, type Admdvs } from '../../../kernel/admdvs.ts';
import { addMonths, type CivilDate } from '../../../kernel/civil-time.ts';
import type { Institution } from '../institution.ts';
import type { Party } from '../party.ts';
import type { Filing, FilingKind } from '../person.ts';
import { refuse, type Refusal } from '../refusals.ts';

/** What a filing 备案 is asked for. */
export type FilingAsked = {
  readonly trt_dcla_detl_sn: string;
  readonly psn_no: string;
  readonly kind: FilingKind;
  /** A place, or a whole province by its xx0000 code. */
  readonly mdtrtarea_admdvs: Admdvs;
  /** The one institution for which it holds, as its code and what is known of it. */
  readonly only?: { readonly fixmedins_code: string; readonly known: Institution | undefined } | undefined;
  readonly begndate: CivilDate;
  readonly enddate?: CivilDate | undefined;
};

/** Months for which a temporary stay is filed unless said: places give at least six (医保发〔2022〕22号). */
const TEMPORARY_MONTHS = 6;

/** The filing as it would be held: a long stay has no last day unless one is given, others last half a year. */
export const filingAsked = ({ only, enddate, ...asked }: FilingAsked): Filing => {
  const last = enddate ?? (asked.kind === 'resident' ? undefined : addMonths(asked.begndate, TEMPORARY_MONTHS));
  return {
    ...asked,
    ...(only && { fixmedins_code: only.fixmedins_code }),
    ...(last !== undefined && { enddate: last }),
  };
};

/** Why such a filing cannot be applied for: the place, the institution or the days are wrong. */
export const filingFault = (asked: FilingAsked, insuplc: Admdvs, today: CivilDate, by: Party): Refusal | undefined => {
  const { mdtrtarea_admdvs: area } = asked;
  if (!isAdmdvs(area)) return refuse(by, 'filing-area-unknown', area);
  return ownPlace(area, insuplc, by) ?? institutionFault(asked, by) ?? daysFault(asked, today, by);
};

const ownPlace = (area: Admdvs, insuplc: Admdvs, by: Party): Refusal | undefined =>
  placeOf(area) === placeOf(insuplc) ? refuse(by, 'filing-own-place', placeName(insuplc)) : undefined;

const institutionFault = ({ only, mdtrtarea_admdvs: area }: FilingAsked, by: Party): Refusal | undefined => {
  if (!only) return undefined;
  if (!only.known) return refuse(by, 'institution-not-known', 'fixmedins_code', only.fixmedins_code);
  const { admdvs } = only.known;
  if ([placeOf(admdvs), provinceOf(admdvs)].includes(placeOf(area))) return undefined;
  return refuse(by, 'institution-elsewhere', 'fixmedins_code', only.fixmedins_code, placeOf(admdvs), area);
};

/** How far ahead something may be applied for, in months: a slip of the year is found (sandbox). */
const AHEAD_MONTHS = 12;

/** Why these days cannot be: turned, or too far ahead. */
export const daysFault = (
  { begndate, enddate }: { readonly begndate: CivilDate; readonly enddate?: CivilDate | undefined },
  today: CivilDate,
  by: Party,
): Refusal | undefined => {
  if (enddate !== undefined && enddate < begndate) return refuse(by, 'match-dates', begndate, enddate);
  const latest = addMonths(today, AHEAD_MONTHS);
  return begndate > latest ? refuse(by, 'begin-too-late', begndate, latest) : undefined;
};
