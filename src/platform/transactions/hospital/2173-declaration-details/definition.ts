import { reach } from '../../../../kernel/admdvs.ts';
import { accept, decline, hospitalTransaction, type HospitalContext } from '../../../dispatch/definition.ts';
import type { ClearingRow } from '../../../domain/clearing/clearing-rows.ts';
import {
  declaredRows,
  DECLARATION_DIFFERENCES,
  DECLARATION_NEEDS,
  DECLARATION_REFUSALS,
} from '../../../domain/declaration/declared-rows.ts';
import { paged } from '../../../domain/declaration/page.ts';
import { labelOf } from '../../../domain/label-of.ts';
import { isRefusal } from '../../../domain/refusals.ts';
import type { Input, Output } from './wire.gen.ts';

/** 查询月结算申报业务明细数据: the settlements and refunds behind the sums of 2172. */
export const declarationDetails = hospitalTransaction<Input, Output>()({
  infno: '2173',
  slug: 'declaration-details',
  title: '查询月结算申报业务明细数据',
  kind: 'query',
  needs: DECLARATION_NEEDS,
  refusals: DECLARATION_REFUSALS,
  load: declaredRows,
  decide: (rows, asked, context) =>
    isRefusal(rows)
      ? decline(rows)
      : accept(
          paged(
            rows.map((row) => detailOf(row, context)),
            asked,
          ),
        ),
  examples: [
    {
      title: '本月未申报的跨省门诊',
      input: {
        fixmedins_code: '{fixmedins_code}', clr_type: '11', start_clrym: '202609', end_clrym: '202609',
        clr_optins: '{insuplc}', clr_stas: '0', page_num: '1', page_size: '10',
      },
    },
  ], // prettier-ignore
  notes: ['退费为负数行，人次为 -1。'],
  differences: [...DECLARATION_DIFFERENCES, '单位名称和类型：就医地不知道，不列。'],
});

/** 异地类别: 1 省内异地, 2 跨省异地转入. */
const outTypeOf = ({ settlement: { mdtrtarea, insuplc } }: ClearingRow): string =>
  reach(mdtrtarea, insuplc) === 'cross-province' ? '2' : '1';

const detailOf = (row: ClearingRow, { institution, library }: HospitalContext): Output['data'][number] => {
  const { settlement } = row;
  const { visitor, shares, med_type } = settlement;
  const out_type = outTypeOf(row);
  return {
    fixmedins_code: institution.fixmedins_code,
    fixmedins_name: institution.fixmedins_name,
    out_type,
    out_type_name: labelOf(library, 'out_type', out_type),
    med_type,
    med_type_name: labelOf(library, 'med_type', med_type),
    insutype: visitor.insutype,
    insutype_name: labelOf(library, 'insutype', visitor.insutype),
    psn_type: visitor.psn_type,
    psn_type_name: labelOf(library, 'psn_type', visitor.psn_type),
    sumamt: shares.medfee_sumamt,
    cash_payamt: shares.psn_cash_pay,
    acct_payamt: shares.acct_pay,
    clr_psntime: settlement.refundOf === undefined ? 1 : -1,
    psn_no: visitor.psn_no,
    psn_name: visitor.psn_name,
    gend: visitor.gend,
    gend_name: labelOf(library, 'gend', visitor.gend),
    ssn: visitor.certno,
    mdtrt_setl_time: settlement.setl_time.slice(0, 10),
    mdtrt_regno: settlement.mdtrt_id,
    mdtrtsn: settlement.mdtrtsn ?? settlement.mdtrt_id,
  };
};
