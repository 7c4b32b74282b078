import { placeOf, reach, type Reach } from '../../../../kernel/admdvs.ts';
import { sum } from '../../../../kernel/money.ts';
import { levelGroupOf, type LevelGroup } from '../../../../rules/catalogue/hospital-level.ts';
import type { Institution } from '../../../domain/institution.ts';
import { refundFlag } from '../../../domain/refund-flag.ts';
import type { Settlement } from '../../../domain/settlement.ts';
import { visitorOutput } from '../../../domain/settlement-output.ts';
import type { Output } from './wire.gen.ts';

/** 支付地点类别 pay_loc: 2 医疗机构, 3 省内异地, 4 跨省异地. */
const PAY_LOC: Readonly<Record<Reach, string>> = { local: '2', 'same-province': '3', 'cross-province': '4' };

/** lmtpric_hosp_lv and dedc_hosp_lv: 3 三级, 2 二级, 1 一级及以下. */
const LEVEL: Readonly<Record<LevelGroup, string>> = { 三级: '3', 二级: '2', 一级: '1', 基层: '1' };

/** 优抚对象医疗补助 */
const PREFERENTIAL = '610200';

/** A settlement as 5203 prints it: psn_pay and cash_payamt are psn_part_amt and psn_cash_pay of 2207. */
export const settlementInfo = (settlement: Settlement, institution: Institution): Output['setlinfo'] => {
  const { shares, setl_time, serviceDate, insuplc, mdtrtarea } = settlement;
  const { psn_part_amt, psn_cash_pay, hifdm_pay: _hifdm, hosp_part_amt: _hosp, ...amounts } = shares;
  const level = LEVEL[levelGroupOf(institution.hosp_lv) ?? '基层'];
  return {
    setl_id: settlement.setl_id,
    mdtrt_id: settlement.mdtrt_id,
    ...visitorOutput(settlement.visitor, setl_time),
    insu_optins: insuplc,
    pay_loc: PAY_LOC[reach(mdtrtarea, insuplc)],
    fixmedins_code: institution.fixmedins_code,
    fixmedins_name: institution.fixmedins_name,
    hosp_lv: institution.hosp_lv,
    fixmedins_poolarea: placeOf(institution.admdvs),
    lmtpric_hosp_lv: level,
    dedc_hosp_lv: level,
    begndate: serviceDate,
    enddate: serviceDate,
    setl_time,
    mdtrt_cert_type: settlement.mdtrt_cert_type,
    med_type: settlement.med_type,
    clr_type: settlement.clr_type,
    clr_way: settlement.clr_way,
    clr_optins: settlement.clr_optins,
    ...amounts,
    psn_pay: psn_part_amt,
    cash_payamt: psn_cash_pay,
    medins_setl_id: settlement.msgid,
    refd_setl_flag: refundFlag(settlement),
    year: setl_time.slice(0, 4),
    dise_codg: settlement.dise_codg,
    dise_name: settlement.dise_name,
    invono: settlement.invono,
    pref_fund_pay: sum(
      settlement.funds.filter((row) => row.fund_pay_type === PREFERENTIAL).map((row) => row.fund_payamt),
    ),
  };
};
