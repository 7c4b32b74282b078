import { ZERO } from '../../../../kernel/money.ts';
import { accept, decline, hospitalTransaction, type HospitalContext } from '../../../dispatch/definition.ts';
import { windowsOf } from '../../../domain/clearing/clearing-period.ts';
import { rowsOfDays, type ClearingRow } from '../../../domain/clearing/clearing-rows.ts';
import { statusOf } from '../../../domain/declaration/declared-rows.ts';
import { faultOfPage, paged } from '../../../domain/declaration/page.ts';
import { declaredPart, PAYMENT_DIFFERENCES, withPaid } from '../../../domain/declaration/pharmacy-account.ts';
import { labelOf } from '../../../domain/label-of.ts';
import { refuse } from '../../../domain/refusals.ts';
import type { Input, Output } from './wire.gen.ts';

/** 药店账务明细查询数据: what is owed for the settlements of a day, fund by fund. */
export const pharmacyDetails = hospitalTransaction<Input, Output>()({
  infno: '2175',
  slug: 'pharmacy-details',
  title: '药店账务明细查询数据',
  kind: 'query',
  needs: ['fixmedins_code', 'query_date'],
  refusals: ['institution-mismatch', 'page-range'],
  load: (reader, { query_date }, { institution: { fixmedins_code }, today, settings }) =>
    withPaid(reader, rowsOfDays(reader, fixmedins_code, query_date, query_date, today, windowsOf(settings))),
  decide: ({ rows, paid }, asked, context) => {
    const { party, institution } = context;
    const { fixmedins_code } = institution;
    if (asked.fixmedins_code !== fixmedins_code) {
      return decline(refuse(party, 'institution-mismatch', asked.fixmedins_code, fixmedins_code));
    }
    const fault = faultOfPage(asked, party);
    if (fault) return decline(fault);
    return accept(
      paged(
        rows.flatMap((row) => accountRows(row, paid.has(row.settlement.setl_id), context)),
        asked,
      ),
    );
  },
  examples: [
    {
      title: '当天',
      input: { fixmedins_code: '{fixmedins_code}', query_date: '2026-09-01', page_num: '1', page_size: '10' },
    },
  ],
  notes: ['异地参保人的结算和退费（负数），一笔结算的每个基金一行，总费用各行相同；个人账户 310200 也是一行。'],
  differences: PAYMENT_DIFFERENCES,
});

const accountRows = (
  row: ClearingRow,
  isPaid: boolean,
  { institution, library }: HospitalContext,
): Output['data'][number][] => {
  const { settlement } = row;
  const { visitor, med_type, shares } = settlement;
  const clr_stas = statusOf(row);
  return settlement.funds.map(({ fund_pay_type, fund_pay_type_name, fund_payamt }) => ({
    fixmedins_code: institution.fixmedins_code,
    fixmedins_name: institution.fixmedins_name,
    med_type,
    mdtrt_regno: settlement.mdtrt_id,
    certno: visitor.certno,
    psn_name: visitor.psn_name,
    med_type_name: labelOf(library, 'med_type', med_type),
    insutype: visitor.insutype,
    insutype_name: labelOf(library, 'insutype', visitor.insutype),
    psn_type: visitor.psn_type,
    psn_type_name: labelOf(library, 'psn_type', visitor.psn_type),
    clr_stas,
    clr_stas_name: labelOf(library, 'clr_stas', clr_stas),
    fund_pay_type,
    fund_pay_type_name,
    medfee_sumamt: shares.medfee_sumamt,
    dfr_sumamt: fund_payamt,
    dcla_sum: declaredPart(row, fund_payamt),
    pay_sum: isPaid ? fund_payamt : ZERO,
  }));
};
