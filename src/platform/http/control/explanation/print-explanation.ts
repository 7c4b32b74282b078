import { placeName } from '../../../../kernel/admdvs.ts';
import { yuan } from '../../../../kernel/money.ts';
import type { Settlement } from '../../../domain/settlement.ts';
import { codeList, labelOf } from '../../../wire/dictionary.ts';
import type { Explanation } from './explanation.ts';
import { printLines } from './print-lines.ts';

const STATES: Readonly<Record<Settlement['state'], string>> = {
  effective: '有效',
  refunded: '已退费',
  reversed: '已冲正',
};

/** The explanation as a page that a cashier can print and read to the patient. Amounts in 元. */
export const printExplanation = (explanation: Explanation): string => {
  const sections = [
    head(explanation),
    printLines(explanation.lines),
    steps(explanation),
    payers(explanation),
    ['本页由跨省沙箱生成，人员与金额均为虚构，不作报销凭据。'],
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
};

const head = ({ settlement, fixmedins_name }: Explanation): string[] => {
  const { setl_id, state, visitor, mdtrtarea, insuplc, med_type, dise_codg, dise_name, refundOf } = settlement;
  const insutype = labelled('insutype', visitor.insutype);
  const psn_type = labelled('psn_type', visitor.psn_type);
  return [
    '医保结算说明',
    `结算ID    ${setl_id}（${STATES[state]}）`,
    ...(refundOf === undefined ? [] : [`退费      冲回结算 ${refundOf}`]),
    `就诊人    ${visitor.psn_name}，人员编号 ${visitor.psn_no}`,
    `参保      ${placeName(insuplc)}，险种 ${insutype}，人员类别 ${psn_type}`,
    `就医      ${placeName(mdtrtarea)}，${fixmedins_name}`,
    `医疗类别  ${labelled('med_type', med_type)}${dise_codg === undefined ? '' : `，病种 ${dise_codg} ${dise_name ?? ''}`}`,
    `结算时间  ${settlement.setl_time}`,
  ];
};

/** `310 职工基本医疗保险` */
const labelled = (type: string, value: string): string => {
  const list = codeList(type);
  return [value, list && labelOf(list, value)].filter((part) => part !== undefined).join(' ');
};

const steps = ({ steps: reckoned, settlement }: Explanation): string[] => {
  if (reckoned.length === 0) {
    return settlement.refundOf === undefined ? [] : ['计算过程', ' 退费：原结算的各项金额全部冲回，不重新计算。'];
  }
  return [
    '计算过程（金额单位：元）',
    ...reckoned.flatMap((step, index) => [
      `${String(index + 1).padStart(2)}. ${step.title}：${step.text}`,
      ...(step.source === undefined
        ? []
        : [`    依据 ${step.source}，${step.from ?? ''} 起${illustrative(step.status)}`]),
    ]),
  ];
};

const illustrative = (status: string | undefined): string => (status === 'illustrative' ? '（示意值）' : '');

const payers = ({ settlement: { shares, funds } }: Explanation): string[] => [
  '谁付多少（金额单位：元）',
  ` 医疗费总额  ${yuan(shares.medfee_sumamt)}`,
  ...funds.map((fund) => ` ${fund.fund_pay_type_name}  ${yuan(fund.fund_payamt)}`),
  ` 个人现金  ${yuan(shares.psn_cash_pay)}`,
  ...(shares.hosp_part_amt === 0 ? [] : [` 医院负担  ${yuan(shares.hosp_part_amt)}`]),
  ` 结算后个人账户余额  ${yuan(shares.balc)}`,
];
