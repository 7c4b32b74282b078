import { isChronic } from '../../../domain/med-type.ts';
import type { Exchange } from './exchange.ts';
import { allRows, nodeOf, rowsUnder, textOf } from './fields.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Uploads say their rows, downloads are told them. */
const UPLOADS = new Set(['1603', '1610', '1620', '1625']);
const DOWNLOADS = new Set(['1803', '1824', '1825', '1840']);

/** The rows of an upload or download that hold 有效标志: ended ones (vali_flag 0) do not count. */
export const listedRows = ({ infno, input, output }: Exchange): Fields[] => {
  const rows = UPLOADS.has(infno) ? allRows(input) : DOWNLOADS.has(infno) ? allRows(output) : [];
  return rows.filter((row) => textOf(row, 'vali_flag') !== '0');
};

/** The code under which lists and settlements name a disease. */
export const diseaseOfRow = (row: Fields): string | undefined =>
  textOf(row, 'opsp_dise_code') ?? textOf(row, 'dise_codg');

/** The diseases that an exchange is about; a settlement of another category than 门诊慢特病 is about none. */
export const diseasesOf = (exchange: Exchange, visits: ReadonlyMap<string, string>): readonly string[] => {
  const { infno, input, output } = exchange;
  const data = nodeOf(input, 'data');
  switch (infno) {
    case '1106':
    case '1107':
      return isChronic(textOf(data, 'med_type') ?? '') ? some(textOf(data, 'dise_codg')) : [];
    case '1005':
      return some(textOf(data, 'dise_codg') ?? visits.get(visitOf(data)));
    case '1203':
      return some(textOf(nodeOf(output, 'setlinfo'), 'dise_codg'));
    case '1404':
      return [...new Set(allRows(output).flatMap((row) => some(diseaseOfRow(row))))];
    case '1406':
      return entitlements(textOf(data, 'opsp_dise_code'), output);
    default:
      return [...new Set(listedRows(exchange).flatMap((row) => some(diseaseOfRow(row))))];
  }
};

const some = (code: string | undefined): readonly string[] => (code === undefined ? [] : [code]);

/** What 1406 found; where its answer is lost, what it asked for. */
const entitlements = (asked: string | undefined, output: Exchange['output']): string[] => {
  if (output === undefined) return [...some(asked)];
  const found = rowsUnder(output, 'opspinfo').flatMap((row) => some(diseaseOfRow(row)));
  return [...new Set(found)].filter((code) => asked === undefined || code === asked);
};

/** Diseases by visit number: a registration need not name the disease, the settlement of its visit does. */
export const diseaseOfVisit = (exchanges: readonly Exchange[]): ReadonlyMap<string, string> => {
  const claims = exchanges.filter(({ infno }) => infno === '1107' || infno === '1106');
  return new Map(
    claims.flatMap(({ input }) => {
      const data = nodeOf(input, 'data');
      const code = textOf(data, 'dise_codg');
      return code === undefined ? [] : [[visitOf(data), code] as const];
    }),
  );
};

const visitOf = (data: Fields | undefined): string => textOf(data, 'mdtrtsn') ?? '';

const QUERIES = new Set(['1404', '1406', ...DOWNLOADS]);

/** A query whose answer is lost. What the embedded place tells is never kept apart, and is a rehearsal anyway. */
export const isUnread = ({ infno, ok, output, origin }: Exchange): boolean =>
  ok && output === undefined && origin !== 'embedded' && QUERIES.has(infno);
