import { placeName, provinceName, type Admdvs } from '../../../../kernel/admdvs.ts';
import { must } from '../../../../kernel/assert.ts';
import { sum, type Fen } from '../../../../kernel/money.ts';
import { dueOf, type ClearingLine, type Insurance } from '../../../../rules/clearing/line.ts';
import type { ClearingRules } from '../../../../rules/clearing/calendar.ts';
import { money, type Cell, type ClearingDocument } from './document.ts';
import { factsOf, INSURANCES, NOTE, type Generated } from './month-tables.ts';

const KINDS: { readonly [Kind in ClearingLine['kind']]: string } = {
  settlement: '结算',
  refund: '退费',
  deduction: '审核扣款',
};

const COLUMNS = [
  '序号', '结算号', '类别', '参保地', '就医省', '就医地', '医疗机构', '发生月份', '医疗总费用', '基金支付', '个人账户支付', '清算金额',
]; // prettier-ignore

/**
 * 应付明细表 of a province for one insurance: every line that it pays for, and nobody's name. Its total is held against
 * the table of the month.
 */
export const details = (
  from: Generated,
  province: Admdvs,
  insurance: Insurance,
  lines: readonly ClearingLine[],
  rules: ClearingRules,
): ClearingDocument => {
  const mine = lines.filter((line) => line.payer === province && line.insurance === insurance);
  const of = (pick: (line: ClearingLine) => Fen): Fen => sum(mine.map(pick));
  const due = of((line) => dueOf(line, rules));
  const pairs = from.generated.table.pairs.filter((row) => row.payer === province && row.insurance === insurance);
  must(due === sum(pairs.map((row) => row.due)), `details of ${province} in ${from.month.period} add up to its table`);
  return {
    name: `details-${insurance}`,
    title: `${provinceName(province)}${INSURANCES[insurance]}应付医疗费用明细表`,
    facts: factsOf(from, ['明细数', String(mine.length)]),
    columns: COLUMNS,
    rows: mine.map((line, index) => rowOf(line, index + 1, rules)),
    total: [
      '合计', ...Array<null>(7).fill(null),
      money(of((line) => line.medfee)), money(of((line) => line.fund)), money(of((line) => line.account)), money(due),
    ],
    note: NOTE,
  }; // prettier-ignore
};

const rowOf = (line: ClearingLine, no: number, rules: ClearingRules): Cell[] => [
  no, line.id, KINDS[line.kind], placeName(line.insuplc), provinceName(line.payee), placeName(line.mdtrtarea),
  line.fixmedins_code, line.month, money(line.medfee), money(line.fund), money(line.account), money(dueOf(line, rules)),
]; // prettier-ignore
