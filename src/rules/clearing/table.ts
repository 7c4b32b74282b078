import type { Admdvs } from '../../kernel/admdvs.ts';
import { add, ZERO, type Fen } from '../../kernel/money.ts';
import type { ClearingRules } from './calendar.ts';
import { dueOf, type ClearingLine, type Insurance } from './line.ts';
import type { Period } from './period.ts';

/** Sums of lines. */
export type Sums = {
  /** 人次: settlements less refunds. */
  readonly visits: number;
  readonly lines: number;
  readonly medfee: Fen;
  readonly fund: Fen;
  readonly account: Fen;
  readonly due: Fen;
};

/** What one province owes another one for one insurance. */
export type PairSums = Sums & { readonly payer: Admdvs; readonly payee: Admdvs; readonly insurance: Insurance };

/** What a province pays 应付 and gets 应收 in all. */
export type ProvinceSums = { readonly province: Admdvs; readonly payable: Fen; readonly receivable: Fen };

/** What of a table arose in one year: fees of December may be cleared in March. */
export type YearSums = { readonly year: string; readonly lines: number; readonly provinces: readonly ProvinceSums[] };

/** 全国跨省异地就医费用清算表 of a month, pairs and provinces in the order of their codes. */
export type ClearingTable = {
  readonly period: Period;
  readonly total: Sums;
  readonly pairs: readonly PairSums[];
  readonly provinces: readonly ProvinceSums[];
  /** The same by the year in which the lines arose. */
  readonly years: readonly YearSums[];
};

const NOTHING: Sums = { visits: 0, lines: 0, medfee: ZERO, fund: ZERO, account: ZERO, due: ZERO };

const VISITS = { settlement: 1, refund: -1, deduction: 0 } as const;

const withLine = (sums: Sums, line: ClearingLine, rules: ClearingRules): Sums => ({
  visits: sums.visits + VISITS[line.kind],
  lines: sums.lines + 1,
  medfee: add(sums.medfee, line.medfee),
  fund: add(sums.fund, line.fund),
  account: add(sums.account, line.account),
  due: add(sums.due, dueOf(line, rules)),
});

const together = (one: Sums, other: Sums): Sums => ({
  visits: one.visits + other.visits,
  lines: one.lines + other.lines,
  medfee: add(one.medfee, other.medfee),
  fund: add(one.fund, other.fund),
  account: add(one.account, other.account),
  due: add(one.due, other.due),
});

const inOrder = <Row>(rows: readonly Row[], keyOf: (row: Row) => string): Row[] =>
  rows.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));

const provincesOf = (pairs: readonly PairSums[]): ProvinceSums[] => {
  const found = new Map<Admdvs, ProvinceSums>();
  const of = (province: Admdvs) => found.get(province) ?? { province, payable: ZERO, receivable: ZERO };
  for (const { payer, payee, due } of pairs) {
    const paying = of(payer);
    found.set(payer, { ...paying, payable: add(paying.payable, due) });
    const paid = of(payee);
    found.set(payee, { ...paid, receivable: add(paid.receivable, due) });
  }
  return inOrder([...found.values()], (row) => row.province);
};

/** Adds up a month line by line, however many there are: what it holds does not grow with them. */
export type Tally = { readonly add: (line: ClearingLine) => void; readonly table: () => ClearingTable };

export const openTally = (period: Period, rules: ClearingRules): Tally => {
  const found = new Map<string, YearPair>();
  return {
    add: (line) => {
      const { payer, payee, insurance } = line;
      const year = line.month.slice(0, 4);
      const key = `${payer} ${payee} ${insurance} ${year}`;
      const before = found.get(key) ?? { ...NOTHING, payer, payee, insurance, year };
      found.set(key, { payer, payee, insurance, year, ...withLine(before, line, rules) });
    },
    table: () => {
      const rows = [...found.values()];
      const pairs = pairsOf(rows);
      const total = pairs.reduce(together, NOTHING);
      return { period, total, pairs, provinces: provincesOf(pairs), years: yearsOf(rows) };
    },
  };
};

type YearPair = PairSums & { readonly year: string };

const pairsOf = (rows: readonly YearPair[]): PairSums[] => {
  const found = new Map<string, PairSums>();
  for (const { year: _year, ...row } of rows) {
    const { payer, payee, insurance } = row;
    const key = `${payer} ${payee} ${insurance}`;
    const before = found.get(key);
    found.set(key, before ? { payer, payee, insurance, ...together(before, row) } : row);
  }
  return inOrder([...found.values()], (row) => `${row.payer} ${row.payee} ${row.insurance}`);
};

const yearsOf = (rows: readonly YearPair[]): YearSums[] =>
  [...new Set(rows.map(({ year }) => year))].sort().map((year) => {
    const mine = rows.filter((row) => row.year === year);
    return { year, lines: mine.reduce((count, row) => count + row.lines, 0), provinces: provincesOf(mine) };
  });

/** The table of a month's lines. */
export const clearingTable = (period: Period, lines: Iterable<ClearingLine>, rules: ClearingRules): ClearingTable => {
  const tally = openTally(period, rules);
  for (const line of lines) tally.add(line);
  return tally.table();
};
