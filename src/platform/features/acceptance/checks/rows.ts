import type { ActIndex } from '../evidence/act-index.ts';
import { diseaseOfRow, listedRows } from '../evidence/diseases-of.ts';
import type { Exchange } from '../evidence/exchange.ts';
import { textOf } from '../evidence/fields.ts';
import type { Check } from '../requirements/requirement.ts';
import { TESTED_CODES } from '../tested-diseases.ts';
import { counted, type Finding } from './finding.ts';

type Rows = Extract<Check, { readonly kind: 'rows' }>;

/** Different rows 笔数 of an upload or download: the same row once more is no other one. */
export const checkRows = ({ infno, least, each }: Rows, index: ActIndex): Finding => {
  const exchanges = index
    .of(infno)
    .filter(({ effective }) => effective)
    .map(({ exchange }) => exchange);
  const withRows = exchanges.filter((exchange) => listedRows(exchange).length > 0);
  if (each === undefined) return counted(least, rowsIn(withRows).size, withRows);
  const lacking: string[] = [];
  let seen = 0;
  for (const disease of TESTED_CODES) {
    const rows = rowsIn(withRows, disease).size;
    seen += Math.min(rows, least);
    if (rows < least) lacking.push(`${disease} 还差 ${least - rows}`);
  }
  return { required: TESTED_CODES.length * least, seen, evidence: withRows, lacking };
};

/** What makes a row the same one again, of whichever list it is. */
const KEY = ['trt_dcla_detl_sn', 'psn_no', 'certno', 'fix_srt_no', 'fixmedins_code', 'medins_code'];

const rowsIn = (exchanges: readonly Exchange[], disease?: string): Set<string> =>
  new Set(
    exchanges
      .flatMap(listedRows)
      .filter((row) => disease === undefined || diseaseOfRow(row) === disease)
      .map((row) => JSON.stringify([...KEY.map((code) => textOf(row, code)), diseaseOfRow(row)])),
  );
