import { placeOf, type Admdvs } from '../../kernel/admdvs.ts';
import type { CivilDate } from '../../kernel/civil-time.ts';
import type { Institution } from './institution.ts';
import type { Party } from './party.ts';
import { refuse, type Refusal } from './refusals.ts';

/** What 1312 and 1316–1319 ask alike. */
export type CatalogueAsked = {
  readonly insu_admdvs?: Admdvs;
  readonly poolarea_no?: Admdvs;
  /** 查询时间点: rows in force on that day. */
  readonly query_date?: CivilDate;
  readonly begndate?: CivilDate;
  readonly enddate?: CivilDate;
  readonly updt_time?: CivilDate;
  readonly page_num: number;
  readonly page_size: number;
};

/** The days that every row of them has. */
export type Days = {
  readonly begndate: CivilDate;
  readonly enddate?: CivilDate | undefined;
  readonly updt_time: CivilDate;
};

export const CATALOGUE_ASKED_REFUSALS = ['catalogue-elsewhere', 'page-invalid'] as const;

/** page_size has four digits. */
const LARGEST_PAGE = 9999;

/** A hospital may look into the catalogue of the place where it stands, page by page. */
export const faultOfAsked = (asked: CatalogueAsked, { admdvs }: Institution, by: Party): Refusal | undefined => {
  const { insu_admdvs, poolarea_no, page_num, page_size } = asked;
  const own = placeOf(admdvs);
  const elsewhere = (code: Admdvs | undefined): code is Admdvs => code !== undefined && placeOf(code) !== own;
  if (elsewhere(insu_admdvs))
    return refuse(by, 'catalogue-elsewhere', '参保机构医保区划 insu_admdvs', insu_admdvs, own);
  if (elsewhere(poolarea_no)) return refuse(by, 'catalogue-elsewhere', '统筹区 poolarea_no', poolarea_no, own);
  const countable = Number.isSafeInteger(page_num) && Number.isSafeInteger(page_size);
  if (countable && page_num >= 1 && page_size >= 1 && page_size <= LARGEST_PAGE) return undefined;
  return refuse(by, 'page-invalid', page_num, page_size);
};

/** Whether a row says what was asked in these fields, as far as it was asked. */
export const says = <Code extends string>(
  row: { readonly [code in Code]?: unknown },
  asked: { readonly [code in Code]?: unknown },
  ...codes: readonly Code[]
): boolean => codes.every((code) => asked[code] === undefined || asked[code] === row[code]);

/** Whether a row holds on the day, and begins, ends and was changed in the time that was asked. */
export const inTime = (days: Days, { query_date, begndate, enddate, updt_time }: CatalogueAsked): boolean =>
  (query_date === undefined || holdsOn(days, query_date)) &&
  (begndate === undefined || begndate <= days.begndate) &&
  (enddate === undefined || (days.enddate !== undefined && days.enddate <= enddate)) &&
  (updt_time === undefined || updt_time <= days.updt_time);

const holdsOn = ({ begndate, enddate }: Days, on: CivilDate): boolean =>
  begndate <= on && (enddate === undefined || on <= enddate);

/** The asked page of what was found. A catalogue may have 100,000 items: rows are made of the page only. */
export const pageOf = <T>(found: readonly T[], { page_num, page_size }: CatalogueAsked): readonly T[] =>
  found.slice((page_num - 1) * page_size, page_num * page_size);
