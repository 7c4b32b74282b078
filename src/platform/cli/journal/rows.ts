import { table } from '../layout/table.ts';

/** A row of the journal as the control API tells it. */
export type Row = {
  readonly seq: number;
  readonly trace: string;
  readonly hop: number;
  readonly door: string;
  readonly infno: string;
  readonly title: string;
  readonly sender: string;
  readonly at: string;
  readonly infcode: number;
  readonly err_msg?: string;
  readonly refusal?: string;
  readonly repeated: boolean;
  readonly violations: readonly string[];
  readonly excerpt?: string;
  readonly faults?: readonly { readonly fault: string; readonly kind: string }[];
};

export const DOOR_NAMES: Readonly<Record<string, string>> = { hospital: '医院', national: '国家', insured: '参保地' };

const HEADS = [
  { title: '序号', align: 'right' },
  { title: '时间' },
  { title: '追踪号' },
  { title: '接口' },
  { title: '交易', gives: true },
  { title: '发送方' },
  { title: '结果', gives: true },
] as const;

/** What came of a row, in a few words. */
export const outcomeOf = (row: Row): string => `${plainOutcome(row)}${faultsOf(row)}`;

/** A tester sees at once which trouble was ordered. */
const faultsOf = ({ faults = [] }: Row): string =>
  faults.length === 0 ? '' : `【故障 ${faults.map(({ fault, kind }) => `${kind}（${fault}）`).join('、')}】`;

const plainOutcome = ({ infcode, err_msg = '', refusal, repeated, violations }: Row): string => {
  if (infcode !== 0) return `${err_msg}${refusal === undefined ? '' : `〔${refusal}〕`}`;
  return `成功${repeated ? '（重发，原样应答）' : ''}${violations.length > 0 ? `，不符合接口表 ${violations.length} 处` : ''}`;
};

/** Rows as a table, hops indented below their message's name. */
export const rowsInWords = (rows: readonly Row[], columns: number): string =>
  table(
    HEADS,
    rows.map((row) => [
      String(row.seq),
      row.at,
      row.trace,
      DOOR_NAMES[row.door] ?? row.door,
      `${'·'.repeat(row.hop)}${row.infno} ${row.title}`,
      row.sender,
      [outcomeOf(row), ...(row.excerpt === undefined ? [] : [`…${row.excerpt}…`])].join('\n'),
    ]),
    columns,
  );

/** A row on one line, for whoever watches. */
export const rowInLine = (row: Row): string =>
  `${row.at}  ${row.trace}  ${DOOR_NAMES[row.door] ?? row.door}  ${'·'.repeat(row.hop)}${row.infno} ${row.title}  ` +
  `${row.sender}  ${outcomeOf(row)}`;
