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

/** What every row of them has. */
export type CatalogueRow = {
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

/** The asked page of the rows that fit. `same`: fields in which a row must say what was asked, where it was asked. */
export const askedPage = <Row extends CatalogueRow, Asked extends CatalogueAsked>(
  rows: readonly Row[],
  asked: Asked,
  same: readonly (keyof Row & keyof Asked)[],
): Row[] =>
  rows
    .filter((row) => same.every((code) => asked[code] === undefined || Object.is(asked[code], row[code])))
    .filter((row) => inPeriod(row, asked))
    .slice((asked.page_num - 1) * asked.page_size, asked.page_num * asked.page_size);

const inPeriod = (row: CatalogueRow, { query_date, begndate, enddate, updt_time }: CatalogueAsked): boolean =>
  (query_date === undefined ||
    (row.begndate <= query_date && (row.enddate === undefined || query_date <= row.enddate))) &&
  (begndate === undefined || begndate <= row.begndate) &&
  (enddate === undefined || (row.enddate !== undefined && row.enddate <= enddate)) &&
  (updt_time === undefined || updt_time <= row.updt_time);
