import { sum } from '../../../../kernel/money.ts';
import type { FundRow } from '../../../../rules/benefit/settled.ts';
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
import type { Settlement } from '../../../domain/settlement.ts';
import type { Input, Output } from './wire.gen.ts';

/** 查询月结申报基金分项数据: what each fund pays of the sums of 2172, the personal account among them. */
export const declarationFunds = hospitalTransaction<Input, Output>()({
  infno: '2174',
  slug: 'declaration-funds',
  title: '查询月结申报基金分项数据',
  kind: 'query',
  needs: DECLARATION_NEEDS,
  refusals: DECLARATION_REFUSALS,
  load: declaredRows,
  decide: (rows, asked, context) => {
    if (isRefusal(rows)) return decline(rows);
    const { mdtrt_regno } = asked;
    const paid = rows
      .filter(({ settlement }) => mdtrt_regno === undefined || settlement.mdtrt_id === mdtrt_regno)
      .flatMap(fundsOf);
    const groups = grouped(paid, ({ settlement: { visitor, med_type, clr_way }, fund }) => [
      visitor.insutype, visitor.psn_type, med_type, clr_way, fund.fund_pay_type,
    ]); // prettier-ignore
    return accept(
      paged(
        groups.map((group) => fundOf(group, asked, context)),
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
  notes: ['按险种、人员类别、医疗类别、清算方式和基金汇总；个人账户 310200 也列一行。'],
  differences: [
    ...DECLARATION_DIFFERENCES,
    '统筹区基金支付类型与基金支付类型相同：沙箱没有各统筹区自己的基金代码。',
    '接口表把 fund_pay_type 和 fund_pay_type_name 的名称印反了：前者填代码，后者填名称。',
  ],
});

type Paid = { readonly settlement: Settlement; readonly fund: FundRow };

const fundsOf = ({ settlement }: ClearingRow): Paid[] => settlement.funds.map((fund) => ({ settlement, fund }));

const fundOf = (
  group: readonly Paid[],
  { clr_optins, clr_stas }: Input,
  { institution, library }: HospitalContext,
): Output['data'][number] => {
  const [first] = group as [Paid];
  const { med_type, clr_way, visitor } = first.settlement;
  const { fund_pay_type, fund_pay_type_name } = first.fund;
  const clr_type = clearingCategory(first.settlement, institution);
  return {
    fixmedins_code: institution.fixmedins_code,
    fixmedins_name: institution.fixmedins_name,
    clr_optins,
    clr_type,
    clr_type_name: labelOf(library, 'clr_type#2', clr_type),
    clr_way,
    clr_way_name: labelOf(library, 'clr_way#2', clr_way),
    med_type,
    med_type_name: labelOf(library, 'med_type', med_type),
    insutype: visitor.insutype,
    insutype_name: labelOf(library, 'insutype', visitor.insutype),
    psn_type: visitor.psn_type,
    psn_type_name: labelOf(library, 'psn_type', visitor.psn_type),
    clr_stas,
    clr_stas_name: labelOf(library, 'clr_stas', clr_stas),
    fund_pay_type,
    fund_pay_type_name,
    poolarea_fund_pay_type: fund_pay_type,
    poolarea_fund_pay_name: fund_pay_type_name,
    fund_appy_sum: sum(group.map(({ fund }) => fund.fund_payamt)),
  };
};
