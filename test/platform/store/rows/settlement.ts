import { asFen, ZERO } from '../../../../src/kernel/money.ts';
import { asRate } from '../../../../src/kernel/rate.ts';
import type { Settlement } from '../../../../src/platform/domain/settlement.ts';
import { institutionRow } from './institution.ts';
import { visitorRow, visitRow } from './visit.ts';

const SHARES: Settlement['shares'] = {
  medfee_sumamt: asFen(6660),
  fulamt_ownpay_amt: ZERO,
  overlmt_selfpay: ZERO,
  preselfpay_amt: ZERO,
  inscp_scp_amt: asFen(6660),
  act_pay_dedc: asFen(1330),
  pool_prop_selfpay: asRate(7000),
  hifp_pay: asFen(3731),
  cvlserv_pay: ZERO,
  hifes_pay: ZERO,
  hifmi_pay: ZERO,
  hifob_pay: ZERO,
  hifdm_pay: ZERO,
  maf_pay: ZERO,
  oth_pay: ZERO,
  fund_pay_sumamt: asFen(3731),
  psn_part_amt: asFen(2929),
  acct_pay: asFen(1330),
  acct_mulaid_pay: ZERO,
  psn_cash_pay: asFen(1599),
  hosp_part_amt: ZERO,
  balc: asFen(8670),
};

export const settlementRow = (row: Partial<Settlement> = {}): Settlement => ({
  book: 'treatment',
  setl_id: '440300S0000012345678',
  state: 'effective',
  sender: institutionRow().fixmedins_code,
  infno: '2207',
  msgid: 'H44030500001202609010930000001',
  mdtrt_id: visitRow().mdtrt_id,
  chrg_bchno: 'B1',
  mdtrtsn: '110000202609010000000001',
  visitor: visitorRow(),
  fixmedins_code: institutionRow().fixmedins_code,
  mdtrtarea: '440300',
  insuplc: '110000',
  mdtrt_cert_type: '02',
  med_type: '11',
  setl_time: '2026-09-01 09:30:00',
  serviceDate: '2026-09-01',
  shares: SHARES,
  funds: [
    {
      fund_pay_type: '310100',
      fund_pay_type_name: '职工基本医疗保险统筹基金',
      inscp_scp_amt: asFen(6660),
      crt_payb_lmt_amt: asFen(2_000_000),
      fund_payamt: asFen(3731),
      setl_proc_info: '(66.60 - 13.30) × 70%',
    },
  ],
  movements: [
    { kind: 'accumulator', cum_type_code: 'T0101', period: '2026', amount: asFen(3330) },
    { kind: 'account', amount: asFen(-1330) },
  ],
  clr_optins: '440300',
  clr_way: '1',
  clr_type: '11',
  explanation: [
    {
      rule: 'deductible',
      title: '起付线',
      parameter: 'outpatient.general.deductible',
      from: '2026-01-01',
      value: '1300 元',
      status: 'illustrative',
      before: asFen(6660),
      amount: asFen(1330),
      after: asFen(5330),
      text: '本次计入起付线 13.30 元，本年度起付线已付满。',
    },
  ],
  ...row,
});
