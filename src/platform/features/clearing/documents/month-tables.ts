import { provinceName, type Admdvs } from '../../../../kernel/admdvs.ts';
import { sum, type Fen } from '../../../../kernel/money.ts';
import type { Insurance } from '../../../../rules/clearing/line.ts';
import type { PairSums } from '../../../../rules/clearing/table.ts';
import type { ClearedMonth, GeneratedTable } from '../../../domain/clearing/national/records.ts';
import { money, type Cell, type ClearingDocument } from './document.ts';

/** The form of none of these is public. */
export const NOTE =
  '名称和用途据医保发〔2022〕22号的经办流程（业内通行做法），栏目和版式是沙箱自定的；全部为虚构数据。';

export const INSURANCES: { readonly [Name in Insurance]: string } = { employee: '职工医保', resident: '居民医保' };

/** A month that is generated, and whose documents are asked for. */
export type Generated = { readonly month: ClearedMonth; readonly generated: GeneratedTable };

export const monthInFull = (period: string): string => `${period.slice(0, 4)}年${period.slice(4)}月`;

export const factsOf = ({ month }: Generated, ...more: ClearingDocument['facts']): ClearingDocument['facts'] => [
  ['清算年月', monthInFull(month.period)],
  ...more,
];

const COLUMNS = ['参保省', '就医省', '险种', '人次', '明细数', '医疗总费用', '基金支付', '个人账户支付', '清算金额'];

const rowOf = (row: PairSums): Cell[] => [
  provinceName(row.payer), provinceName(row.payee), INSURANCES[row.insurance], row.visits, row.lines,
  money(row.medfee), money(row.fund), money(row.account), money(row.due),
]; // prettier-ignore

const totalOf = (rows: readonly PairSums[]): Cell[] => {
  const of = (pick: (row: PairSums) => Fen) => money(sum(rows.map(pick)));
  const count = (pick: (row: PairSums) => number) => rows.reduce((all, row) => all + pick(row), 0);
  return [
    '合计', null, null, count((row) => row.visits), count((row) => row.lines),
    of((row) => row.medfee), of((row) => row.fund), of((row) => row.account), of((row) => row.due),
  ]; // prettier-ignore
};

const tableOf = (name: string, title: string, from: Generated, rows: readonly PairSums[]): ClearingDocument => ({
  name, title, facts: factsOf(from), columns: COLUMNS, rows: rows.map(rowOf), total: totalOf(rows), note: NOTE,
}); // prettier-ignore

/** 全国跨省异地就医费用清算表 */
export const nationalTable = (from: Generated): ClearingDocument =>
  tableOf('national', '全国跨省异地就医费用清算表', from, from.generated.table.pairs);

/** 应付、应收医疗费用清算表 of one province. */
export const payable = (from: Generated, province: Admdvs): ClearingDocument =>
  tableOf(
    'payable',
    `${provinceName(province)}应付医疗费用清算表`,
    from,
    from.generated.table.pairs.filter((row) => row.payer === province),
  );

export const receivable = (from: Generated, province: Admdvs): ClearingDocument =>
  tableOf(
    'receivable',
    `${provinceName(province)}应收医疗费用清算表`,
    from,
    from.generated.table.pairs.filter((row) => row.payee === province),
  );

/** What every province pays and gets, for the nation's overview. */
export const provincesTable = (from: Generated): ClearingDocument => {
  const { provinces } = from.generated.table;
  return {
    name: 'provinces',
    title: '各省应付、应收汇总表',
    facts: factsOf(from),
    columns: ['省份', '应付', '应收'],
    rows: provinces.map((row) => [provinceName(row.province), money(row.payable), money(row.receivable)]),
    total: [
      '合计',
      money(sum(provinces.map((row) => row.payable))),
      money(sum(provinces.map((row) => row.receivable))),
    ],
    note: NOTE,
  };
};
