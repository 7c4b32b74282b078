import { sum } from '../../../../kernel/money.ts';
import { firstDayOf, lastDayOf } from '../../../../rules/clearing/period.ts';
import { accept, decline, hospitalTransaction, type HospitalContext } from '../../../dispatch/definition.ts';
import type { ClearingRow } from '../../../domain/clearing/clearing-rows.ts';
import { clearingCategory } from '../../../domain/declaration/clearing-category.ts';
import {
  declaredRows,
  DECLARATION_DIFFERENCES,
  DECLARATION_NEEDS,
  DECLARATION_REFUSALS,
} from '../../../domain/declaration/declared-rows.ts';
import { grouped } from '../../../domain/declaration/grouped.ts';
import { paged } from '../../../domain/declaration/page.ts';
import { labelOf } from '../../../domain/label-of.ts';
import { isRefusal } from '../../../domain/refusals.ts';
import type { Input, Output } from './wire.gen.ts';

/** 医疗机构月结申报汇总数据查询: sums of what an agency pays in some months, by clearing category. */
export const declarationTotals = hospitalTransaction<Input, Output>()({
  infno: '2172',
  slug: 'declaration-totals',
  title: '医疗机构月结申报汇总数据查询',
  kind: 'query',
  needs: DECLARATION_NEEDS,
  refusals: DECLARATION_REFUSALS,
  load: declaredRows,
  decide: (rows, asked, context) => {
    if (isRefusal(rows)) return decline(rows);
    const groups = grouped(rows, ({ settlement }) => [clearingCategory(settlement, context.institution)]);
    return accept(
      paged(
        groups.map((group) => totalOf(group, asked, context)),
        asked,
      ),
    );
  },
  examples: [
    {
      title: '本月未申报的跨省门诊',
      input: {
        fixmedins_code: '{fixmedins_code}', clr_type: '11', start_clrym: '202609', end_clrym: '202609',
        clr_optins: '{insuplc}', clr_stas: '0', page_num: '1', page_size: '10',
      },
    },
  ], // prettier-ignore
  notes: ['退费为负数计入；人次为结算减退费。', '月份是 3260 的清分月份：顺延的明细算在顺延到的那个月。'],
  differences: [...DECLARATION_DIFFERENCES, '结算申报号 setl_dcla_no 和缓存 KEY 是沙箱由机构、月份、类别拼成的。'],
});

const compact = (day: string): string => day.replaceAll('-', '');

const totalOf = (
  group: readonly ClearingRow[],
  { start_clrym, end_clrym, clr_optins, clr_stas }: Input,
  { institution, library }: HospitalContext,
): Output['data'][number] => {
  const { fixmedins_code, fixmedins_name } = institution;
  const settlements = group.map((row) => row.settlement);
  const [first] = settlements;
  const clr_type = first ? clearingCategory(first, institution) : '';
  const number = `${fixmedins_code}${start_clrym}${clr_type}${clr_optins}`;
  return {
    ...{ setl_dcla_no: number, fixmedins_code, fixmedins_name, clr_optins, clr_type },
    clr_type_name: labelOf(library, 'clr_type#2', clr_type),
    clr_stas,
    clr_stas_name: labelOf(library, 'clr_stas', clr_stas) ?? clr_stas,
    ...{ start_clrym, end_clrym },
    begndate: compact(firstDayOf(start_clrym)),
    enddate: compact(lastDayOf(end_clrym)),
    setl_ids_key: `${number}${end_clrym}`,
    sumamt: sum(settlements.map(({ shares }) => shares.medfee_sumamt)),
    cash_payamt: sum(settlements.map(({ shares }) => shares.psn_cash_pay)),
    acct_pay_sumamt: sum(settlements.map(({ shares }) => shares.acct_pay)),
    fund_pay_sumamt: sum(settlements.map(({ shares }) => shares.fund_pay_sumamt)),
    clr_psntime: settlements.reduce((count, row) => count + (row.refundOf === undefined ? 1 : -1), 0),
  };
};
