import { table } from '../layout/table.ts';
import { daysInWords, headOf, stateInWords, type FilingRow } from '../server/applications.ts';

/** Whether a person's filings cover treatment at an institution today, and why or why not. */
export type CoverAt = {
  readonly fixmedins_code: string;
  readonly fixmedins_name: string;
  readonly place: string;
  readonly ok: boolean;
  readonly text: string;
};

const areaInWords = ({ mdtrtarea_name, fixmedins_code }: FilingRow): string =>
  fixmedins_code === null ? mdtrtarea_name : `${mdtrtarea_name} ${fixmedins_code}`;

/** One filing in a sentence. */
export const filingInWords = (one: FilingRow): string =>
  `${headOf(one)}：${one.kind_name}，${one.insuplc_name} 到 ${areaInWords(one)}，${daysInWords(one)}，${stateInWords(one)}`;

const HEADS = [
  { title: '流水号' },
  { title: '姓名' },
  { title: '参保地', gives: true },
  { title: '种类' },
  { title: '就医地', gives: true },
  { title: '有效期', gives: true },
  { title: '状态', gives: true },
  { title: '代办机构' },
] as const;

/** Filings as a table. */
export const filingsInWords = (filings: readonly FilingRow[], columns: number): string => {
  if (filings.length === 0) return '没有备案';
  const rows = filings.map((one) => [
    one.trt_dcla_detl_sn,
    one.psn_name,
    one.insuplc_name,
    one.kind_name,
    areaInWords(one),
    daysInWords(one),
    stateInWords(one),
    one.sent_by ?? '',
  ]);
  return table(HEADS, rows, columns);
};

/** What holds today, and what an institution would say. */
export const holdingInWords = (filings: readonly FilingRow[], at: CoverAt | undefined): string => {
  const holding = filings.filter(({ holds }) => holds);
  return [
    holding.length === 0 ? '今天没有有效的备案' : holding.map(filingInWords).join('\n'),
    ...(at
      ? [`${at.fixmedins_name}（${at.fixmedins_code}，${at.place}）：${at.ok ? '可以' : '不可以'}，${at.text}`]
      : []),
  ].join('\n');
};
