import { provinceName, type Admdvs } from '../../../../kernel/admdvs.ts';
import { subtract, sum } from '../../../../kernel/money.ts';
import type { ClosedYear } from '../../../domain/clearing/national/records.ts';
import type { ClearingSource } from '../status.ts';
import { money, type ClearingDocument } from './document.ts';
import { NOTE } from './month-tables.ts';

/** The documents of a year that is closed 年终清算: the nation's, or one province's. Undefined while it is open. */
export const yearDocuments = (
  { reader }: ClearingSource,
  year: string,
  province?: Admdvs,
): readonly ClearingDocument[] | undefined => {
  const closed = reader.clearingRecord('year', year);
  return closed && [sumsOf(closed, province), lapsedOf(closed, province), balancesOf(closed, province)];
};

const factsOf = (closed: ClosedYear, province?: Admdvs): ClearingDocument['facts'] => {
  const { year, closedAt, months, lines, withheld } = closed;
  const national = [
    ['明细数', String(lines)],
    ['对账不平、未清算', String(withheld)],
  ] as const;
  return [
    ['费用年度', `${year}年`],
    ['清算年月', months.length === 0 ? '无' : `${months[0] ?? ''} 至 ${months.at(-1) ?? ''}`],
    ...(province === undefined ? national : []),
    ['办结时间', closedAt],
  ];
};

const mine = <Row extends { readonly province: Admdvs }>(rows: readonly Row[], province?: Admdvs): readonly Row[] =>
  rows.filter((row) => province === undefined || row.province === province);

/** What each province paid and got for the fees of the year, in whichever month they were cleared. */
const sumsOf = (closed: ClosedYear, province?: Admdvs): ClearingDocument => {
  const rows = mine(closed.provinces, province);
  return {
    name: 'year',
    title: `${province === undefined ? '全国' : provinceName(province)}${closed.year}年度跨省异地就医费用清算汇总表`,
    facts: factsOf(closed, province),
    columns: ['省份', '应付', '应收', '应收减应付'],
    rows: rows.map(({ province: of, payable, receivable }) => [
      provinceName(of), money(payable), money(receivable), money(subtract(receivable, payable)),
    ]),
    total: [
      '合计', money(sum(rows.map((row) => row.payable))), money(sum(rows.map((row) => row.receivable))),
      money(sum(rows.map((row) => subtract(row.receivable, row.payable)))),
    ],
    note: NOTE,
  }; // prettier-ignore
};

/** What was settled in the year and confirmed by nobody in time: it is not cleared any more. */
const lapsedOf = (closed: ClosedYear, province?: Admdvs): ClearingDocument => {
  const rows = mine(closed.lapsed, province);
  return {
    name: 'lapsed',
    title: `${closed.year}年度逾期未清算费用表`,
    facts: factsOf(closed, province),
    columns: ['就医省', '明细数', '金额'],
    rows: rows.map((row) => [provinceName(row.province), row.rows, money(row.due)]),
    total: ['合计', rows.reduce((count, row) => count + row.rows, 0), money(sum(rows.map((row) => row.due)))],
    note: NOTE,
  };
};

/** 结转: what refunds left below zero when the year was closed; it is taken off bills of the next one. */
const balancesOf = (closed: ClosedYear, province?: Admdvs): ClearingDocument => {
  const rows = closed.left.filter(
    ({ payer, payee }) => province === undefined || payer === province || payee === province,
  );
  return {
    name: 'year-balances',
    title: `${closed.year}年度办结时结转明细表`,
    facts: factsOf(closed, province),
    columns: ['参保省', '就医省', '结转金额'],
    rows: rows.map((row) => [provinceName(row.payer), provinceName(row.payee), money(row.due)]),
    total: ['合计', null, money(sum(rows.map((row) => row.due)))],
    note: NOTE,
  };
};
