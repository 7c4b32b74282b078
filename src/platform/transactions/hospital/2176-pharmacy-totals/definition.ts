import { subtract, sum } from '../../../../kernel/money.ts';
import { accept, decline, hospitalTransaction, type HospitalContext } from '../../../dispatch/definition.ts';
import { windowsOf } from '../../../domain/clearing/clearing-period.ts';
import { rowsOfDays, type ClearingRow } from '../../../domain/clearing/clearing-rows.ts';
import { grouped } from '../../../domain/declaration/grouped.ts';
import { declaredPart, owed, PAYMENT_DIFFERENCES, withPaid } from '../../../domain/declaration/pharmacy-account.ts';
import { labelOf } from '../../../domain/label-of.ts';
import { refuse } from '../../../domain/refusals.ts';
import type { Input, Output } from './wire.gen.ts';

/** 药店账务汇总数据查询: what is owed for the settlements of some days, by medical category. */
export const pharmacyTotals = hospitalTransaction<Input, Output>()({
  infno: '2176',
  slug: 'pharmacy-totals',
  title: '药店账务汇总数据查询',
  kind: 'query',
  needs: ['fixmedins_code', 'start_date', 'end_date'],
  refusals: ['institution-mismatch', 'account-days'],
  load: (reader, { start_date, end_date }, { institution: { fixmedins_code }, today, settings }) =>
    withPaid(reader, rowsOfDays(reader, fixmedins_code, start_date, end_date, today, windowsOf(settings))),
  decide: ({ rows, paid }, asked, context) => {
    const { fixmedins_code } = context.institution;
    const { start_date, end_date } = asked;
    if (asked.fixmedins_code !== fixmedins_code) {
      return decline(refuse(context.party, 'institution-mismatch', asked.fixmedins_code, fixmedins_code));
    }
    if (end_date < start_date) return decline(refuse(context.party, 'account-days', start_date, end_date));
    return accept(
      grouped(rows, ({ settlement }) => [settlement.med_type]).map((group) => totalOf(group, paid, context)),
    );
  },
  examples: [
    {
      title: '一个月',
      input: { fixmedins_code: '{fixmedins_code}', start_date: '2026-09-01', end_date: '2026-09-30' },
    },
  ],
  notes: ['output 本身就是列表，一个医疗类别一行；起止日期都含，按结算日期；退费为负数计入。'],
  differences: PAYMENT_DIFFERENCES,
});

const totalOf = (
  group: readonly ClearingRow[],
  paid: ReadonlySet<string>,
  { institution, library }: HospitalContext,
): Output[number] => {
  const med_type = group[0]?.settlement.med_type ?? '';
  const dfr_sumamt = sum(group.map(owed));
  const pay_sum = sum(group.filter(({ settlement }) => paid.has(settlement.setl_id)).map(owed));
  return {
    fixmedins_code: institution.fixmedins_code,
    fixmedins_name: institution.fixmedins_name,
    med_type,
    med_type_name: labelOf(library, 'med_type', med_type) ?? med_type,
    medfee_sumamt: sum(group.map(({ settlement }) => settlement.shares.medfee_sumamt)),
    dfr_sumamt,
    dcla_sum: sum(group.map((row) => declaredPart(row, owed(row)))),
    pay_sum,
    no_pay_sum: subtract(dfr_sumamt, pay_sum),
  };
};
