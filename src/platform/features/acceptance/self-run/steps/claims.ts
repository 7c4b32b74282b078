import { amountAt, textAt, valueAt } from '../../../demo/answer-values.ts';
import { linesOf, sumsOf } from '../bill.ts';
import { differing, sumsAmiss } from '../money.ts';
import type { Scene } from '../scene.ts';
import type { Exchange, Step } from '../step.ts';
import { visitOf } from './said-of.ts';

/** 门诊挂号: hands out the 就诊登记号 that the settlement then names. */
export const REGISTER: Step = {
  infno: '1005',
  input: (scene) => ({ data: { ...visitOf(scene), mdtrtsn: scene.fresh } }),
  problems: ({ output }, { one }) => [
    ...(textAt(output, 'data.mdtrt_regno') === '' ? ['没有返回就诊登记号 mdtrt_regno'] : []),
    ...(textAt(output, 'data.psn_no') === one.person.psn_no ? [] : ['返回的不是就诊人 psn_no']),
  ],
  keep: ({ input, output }) => ({
    mdtrtsn: textAt(input, 'data.mdtrtsn'),
    regno: textAt(output, 'data.mdtrt_regno'),
  }),
};

/** The claim of 1106 and 1107: the visit, its sums, its lines, the diagnosis. A visit number serves one settlement. */
const claimInput = (scene: Scene) => {
  const { stage, one, now, fresh, kept } = scene;
  return {
    data: {
      ...visitOf(scene),
      hosp_lv: stage.hospital.hosp_lv,
      psn_type: one.person.psn_type,
      mdtrtsn: kept.mdtrtsn ?? fresh,
      ...(kept.regno !== undefined && { mdtrt_regno: kept.regno }),
      dise_name: one.disease.name,
      acct_used_flag: '1',
      ...sumsOf(one.bill),
    },
    feedetail: linesOf(one.bill, one.disease.code, now),
    diseinfo: [
      { diag_type: '1', diag_srt_no: 1, maindiag_flag: '1', diag_code: 'Z99.900', diag_name: one.disease.name },
    ],
  };
};

/**
 * Where the insured place has no benefit for the disease, there is nothing to settle: the script lets 居民 be left out,
 * the standard lets what cannot be tested be explained. That the qualification itself is there is the matter of 1406.
 */
const withoutBenefit = ({ accepted, err_msg }: Exchange, { one }: Scene): string | undefined => {
  if (accepted || !err_msg.includes('无该病种待遇')) return undefined;
  const who = one.person.insutype === '390' ? '居民' : '职工';
  return `${who}没有该病种的异地待遇，不能测试，须提供情况说明（${err_msg}）`;
};

/** 门诊预结算: the settlement without a trace. */
export const TRIAL: Step = {
  infno: '1106',
  input: claimInput,
  skip: withoutBenefit,
  problems: ({ output }) => sumsAmiss(output),
  keep: ({ input, output }) => ({ mdtrtsn: textAt(input, 'data.mdtrtsn'), trial: output }),
};

/** What the place of treatment has split must come back as it was sent. */
const notEchoed = ({ input, output }: Exchange): string[] =>
  ['medfee_sumamt', 'inscp_scp_amt', 'preselfpay_amt', 'fulamt_ownpay_amt', 'overlmt_selfpay'].filter(
    (code) => amountAt(input, `data.${code}`) !== amountAt(output, `setlinfo.${code}`),
  );

/** 门诊结算, as it was tried. */
export const SETTLE: Step = {
  infno: '1107',
  input: claimInput,
  problems: (exchange, { kept }) => [
    ...sumsAmiss(exchange.output),
    ...notEchoed(exchange).map((code) => `${code} 与报文不同`),
    ...(kept.trial === undefined ? [] : differing(exchange.output, kept.trial, '与预结算不同')),
  ],
  keep: ({ msgid, input, output }) => ({
    mdtrtsn: undefined,
    settled: { msgid, mdtrtsn: textAt(input, 'data.mdtrtsn'), output },
  }),
};

/** The same once everything earlier is taken back: account and accumulators must be as before. */
export const SETTLE_AS_BEFORE: Step = {
  ...SETTLE,
  problems: (exchange, scene) => [
    ...(SETTLE.problems?.(exchange, scene) ?? []),
    ...differing(exchange.output, scene.kept.settled?.output, '与退费或冲正前的结算不同'),
  ],
};

/** 全额垫付标志 */
const isAdvance = (output: unknown): boolean => valueAt(output, 'setlinfo.fulamt_advpay_flag') === '1';

/** A settlement that the insured place leaves to 全额垫付: no fund pays. Places without such a rule skip the row. */
export const SETTLE_IN_ADVANCE: Step = {
  ...SETTLE,
  skip: ({ accepted, output }) =>
    accepted && !isAdvance(output) ? '参保地没有全额垫付的规定（视参保地规则）' : undefined,
  problems: (exchange, scene) => [
    ...(SETTLE.problems?.(exchange, scene) ?? []),
    ...(amountAt(exchange.output, 'setlinfo.fund_pay_sumamt') === 0 ? [] : ['全额垫付而基金有支付']),
  ],
};

const SIX_ITEMS: Readonly<Record<string, string>> = {
  inscp_claa_amt: '范围内其中甲类',
  preselfpay_drug_amt: '乙类先自付其中药品',
  preselfpay_serv_amt: '乙类先自付其中诊疗',
  preselfpay_mcs_amt: '乙类先自付其中材料',
  overlmt_selfpay: '超限价自付',
  overlmt_bed_amt: '超限价其中床位',
};

/** A settlement whose six items 其中 have a value (row 17). */
export const SETTLE_WITH_SIX_ITEMS: Step = {
  ...SETTLE,
  problems: (exchange, scene) => [
    ...(SETTLE.problems?.(exchange, scene) ?? []),
    ...Object.entries(SIX_ITEMS)
      .filter(([code]) => amountAt(exchange.input, `data.${code}`) <= 0)
      .map(([code, name]) => `${name}（${code}）没有值`),
  ],
};

/** A trial or settlement for a code outside the list: the national node stops it, nobody else. */
export const stoppedByNation = (infno: '1106' | '1107'): Step => ({
  infno,
  input: claimInput,
  refusedBy: '[国家平台]',
  problems: ({ err_msg }, { one }) => (err_msg.includes(one.disease.code) ? [] : [`没有指明病种：${err_msg}`]),
});
