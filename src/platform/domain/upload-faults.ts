import { isAdmdvs, isPlace, placeName, placeOf, provinceName, provinceOf, type Admdvs } from '../../kernel/admdvs.ts';
import type { CivilDate } from '../../kernel/civil-time.ts';
import { mayBeReal } from '../../kernel/identity-number.ts';
import type { Party } from './party.ts';
import { refuse, type Refusal } from './refusals.ts';

/** So many rows an upload may have (sandbox; the predecessor's lists have as many). */
export const MOST_ROWS = 100;

/** What `refusalOfRows` may say. */
export const ROWS_REFUSALS = ['rows-too-many', 'rows-refused'] as const;

/** Faults of one row, in short Chinese sentences; undefined is none. */
export type Faults = readonly (string | undefined)[];

/** So many faults one err_msg names. */
const NAMED = 5;

/** An upload is taken as a whole or not at all: why it is not, every bad row by its number. */
export const refusalOfRows = <Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  faultsOf: (row: Row, index: number) => Faults,
  by: Party,
): Refusal | undefined => {
  if (rows.length > MOST_ROWS) return refuse(by, 'rows-too-many', rows.length, MOST_ROWS);
  const keys = rows.map(keyOf);
  const texts = rows.flatMap((row, index) => {
    const first = keys.indexOf(keys[index] ?? '');
    const repeated = first < index ? `与第 ${first + 1} 行重复` : undefined;
    return [repeated, ...faultsOf(row, index)]
      .filter((text) => text !== undefined)
      .map((text) => `第 ${index + 1} 行 ${text}`);
  });
  return texts.length === 0 ? undefined : refuse(by, 'rows-refused', texts.slice(0, NAMED).join('；'), texts.length);
};

/** A code that is no place 统筹区, where there is one. */
export const noPlace = (field: string, place: Admdvs | undefined): string | undefined =>
  place === undefined || (isAdmdvs(place) && isPlace(placeOf(place)))
    ? undefined
    : `${field}（${place}）不是统筹区，应到市一级`;

/** A place that is no place of the province that sends. */
export const foreignPlace = (field: string, place: Admdvs, province: Admdvs): string | undefined => {
  const none = noPlace(field, place);
  if (none !== undefined) return none;
  const own = provinceOf(place) === province;
  return own ? undefined : `${field}（${place}）不属于${provinceName(province)}，只能上传本省的`;
};

/** A number that a real person could have: the sandbox keeps synthetic persons only. Says nothing of the number. */
export const realPerson = (field: string, number: string): string | undefined =>
  mayBeReal(number) ? `${field} 可能是真实的居民身份证号：沙箱只收虚构人员，第 3 至 6 位请用 9900` : undefined;

type Dated = { readonly begndate: CivilDate; readonly enddate?: CivilDate };

/** An end before the begin. */
export const reversedDates = ({ begndate, enddate }: Dated): string | undefined =>
  enddate !== undefined && enddate < begndate
    ? `结束日期 enddate（${enddate}）早于开始日期 begndate（${begndate}）`
    : undefined;

/** An institution whose code names another province: H or P, six digits of its division, five of its own. */
export const foreignCode = (fixmedins_code: string, province: Admdvs): string | undefined => {
  const field = `定点医药机构编号 fixmedins_code（${fixmedins_code}）`;
  const division = fixmedins_code.slice(1, 7);
  if (!/^[HP]\d{11}$/.test(fixmedins_code) || !isAdmdvs(division)) {
    return `${field}应为 H 或 P 加十一位数字，前六位为区划`;
  }
  const own = provinceOf(division) === province;
  return own ? undefined : `${field}是${placeName(division)}的编号，只能上传本省机构`;
};
