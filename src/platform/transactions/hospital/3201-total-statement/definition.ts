import { accept, decline, hospitalTransaction } from '../../../dispatch/definition.ts';
import { faultOfDays, STATEMENT_REFUSALS, statementRows } from '../../../domain/statement/statement-rows.ts';
import { totalsOf, totalVerdict } from '../../../domain/statement/total-verdict.ts';
import type { Input, Output } from './wire.gen.ts';

/** 医药机构费用结算对总账: the institution's totals of one insurance, clearing category and paying agency against ours. */
export const totalStatement = hospitalTransaction<Input, Output>()({
  infno: '3201',
  slug: 'total-statement',
  title: '医药机构费用结算对总账',
  kind: 'query',
  needs: [
    'data.insutype', 'data.clr_type', 'data.setl_optins', 'data.stmt_begndate', 'data.stmt_enddate',
    'data.medfee_sumamt', 'data.fund_pay_sumamt', 'data.acct_pay', 'data.fixmedins_setl_cnt',
  ], // prettier-ignore
  refusals: STATEMENT_REFUSALS,
  load: (reader, { data: { stmt_begndate, stmt_enddate } }, { institution }) =>
    reader.settlementsOfInstitution(institution.fixmedins_code, stmt_begndate, stmt_enddate),
  decide: (rows, { data }, { party }) => {
    const fault = faultOfDays(data, party);
    if (fault) return decline(fault);
    const verdict = totalVerdict(data, totalsOf(statementRows(rows, data)));
    return accept({ stmtinfo: { setl_optins: data.setl_optins, ...verdict } });
  },
  examples: [
    {
      title: '当天门诊结算，不含退费',
      input: {
        data: {
          insutype: '{insutype}', clr_type: '11', setl_optins: '{insuplc}', stmt_begndate: '2026-09-01',
          stmt_enddate: '2026-09-30', medfee_sumamt: 6.4, fund_pay_sumamt: 0, acct_pay: 0, fixmedins_setl_cnt: 1,
          refd_setl_flag: '0', fixmedins_refd_setl_flag: '0',
        },
      },
    },
  ], // prettier-ignore
  notes: [
    '按险种 insutype、清算类别 clr_type、结算经办机构 setl_optins（即 2207 返回的 clr_optins）逐组对账，结算日期含起止两天。',
    'refd_setl_flag 为 0 时，退费和被退费的结算都不计入；填 1、空或不填时都计入。已冲正的从不计入。',
    'stmt_rslt 0 平、1 不平；不平时 stmt_rslt_dscr 逐项写明机构、中心两边的数和差额。',
  ],
  differences: [
    '定点医药机构退费结算标志 fixmedins_refd_setl_flag 的含义没有公开资料，沙箱不采用。',
    '不平时真实平台的说明文字没有公开资料，文字是沙箱自定的。',
  ],
});
