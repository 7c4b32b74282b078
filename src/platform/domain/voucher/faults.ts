import { yuan, type Fen } from '../../../kernel/money.ts';
import type { VoucherFault } from './voucher.ts';

/** Faults of the files: the layout file cannot be kept (ftfileSavRslt 2). */
const FILE_TEXTS = {
  'file-missing': (base: string) => `压缩包内没有凭证 ${base} 的版式文件，应有 ${base}.ofd 或 ${base}.pdf`,
  'file-too-large': (name: string, limit: string) => `文件 ${name} 超过 ${limit}`,
  'file-not-layout': (name: string, why: string) => `文件 ${name} ${why}`,
  'ofd-broken': (name: string, why: string) => `版式文件 ${name} 不是完整的 OFD：${why}`,
  'xml-missing': (where: string) => `没有结构化文件：${where}`,
  'xml-broken': (name: string, why: string) => `结构化文件 ${name} 不能读取：${why}`,
} satisfies Texts;

/** Faults of what the voucher says: the relation does not hold (chkRslt 2). */
const RELATION_TEXTS = {
  'bill-invalid': (list: string) => `结构化文件不合规：${list}`,
  'code-invalid': (name: string, sent: string, allowed: string) => `${name}收到“${sent}”，应为 ${allowed}`,
  'voucher-duplicate': (name: string, batch: string) =>
    `凭证 ${name} 已在批次 ${batch} 上传，内容不同；更正请用 4905 重传`,
  'institution-differs': (sent: string, own: string) =>
    `结构化文件的机构 fixmedinsCode（${sent}）不是上传机构 ${own}，不能上传别家的凭证`,
  'field-differs': (name: string, sent: string, inBill: string) =>
    `${name}：报文为“${sent}”，结构化文件为“${inBill}”，应一致`,
  'check-code-wrong': (sent: string, inBill: string) =>
    `校验码 elecSetlCertChkcode 报文为“${sent}”，凭证上为“${inBill}”`,
  'date-in-future': (date: string, today: string) => `开票日期 billDate（${date}）晚于今天 ${today}`,
  'date-outside': (date: string, from: string, to: string) =>
    `开票日期 billDate（${date}）不在业务区间 ${from} 至 ${to} 内`,
  'visit-dates': (begin: string, end: string) => `就诊结束时间 ${end} 早于开始时间 ${begin}`,
  'parts-differ': (total: Fen, parts: Fen) =>
    `医疗总费用 ${yuan(total)} 与统筹、其他、账户、现金四项合计 ${yuan(parts)} 不相等`,
  'bill-amount-differs': (amount: Fen, total: Fen) =>
    `开票金额 billAmt（${yuan(amount)}）与医疗总费用 medSumfee（${yuan(total)}）不相等`,
  'lines-differ': (total: Fen, lines: Fen) => `医疗总费用 ${yuan(total)} 与费用明细合计 ${yuan(lines)} 不相等`,
  'line-wrong': (row: number) => `费用明细第 ${row} 行的数量 × 单价与金额相差超过 0.01 元`,
  'amount-out-of-range': (name: string) => `${name}超出范围：绝对值不能超过一亿元`,
  'amount-negative': (total: Fen) => `正常票的医疗总费用不能为负或零（${yuan(total)}），冲红请将 elecSetlCertFlag 填 1`,
  'settlement-missing': () => '实时结算的凭证必须填结算ID setlId 和结算时间 setlTime',
  'settlement-not-wanted': (setlId: string) => `全自费凭证不能填结算ID setlId（${setlId}）`,
  'self-pay-funds': (paid: Fen) => `全自费凭证不能有统筹基金或个人账户支付（${yuan(paid)}）`,
  'settlement-unknown': (setlId: string) => `未查询到本机构的结算 setlId（${setlId}），请核对`,
  'settlement-is-refund': (setlId: string) => `结算 ${setlId} 是退费记录，正常票请填原结算；退费请上传冲红票`,
  'settlement-cancelled': (setlId: string, how: string) => `结算 ${setlId} 已${how}，不能上传正常票`,
  'settlement-differs': (name: string, sent: string, settled: string) =>
    `${name}凭证为 ${sent}，结算为 ${settled}，应一致`,
  'settlement-has-voucher': (setlId: string, voucher: string) =>
    `结算 ${setlId} 已有凭证 ${voucher}，请先冲红或用 4905 重传`,
  'insured-place-missing': () => '跨省实时结算的凭证必须填参保地医保区划 insuplcAdmdvs',
  'place-wrong': (name: string, sent: string, own: string) => `${name}收到“${sent}”，应为 ${own}`,
  'red-without-original': () => '冲红票必须填原凭证号码 relElecSetlCertNo（有代码的还要填 relElecSetlCertCode）',
  'red-original-unknown': (name: string) => `未查询到正常状态的原凭证 ${name}，不能冲红`,
  'red-original-red': (name: string, by: string) => `原凭证 ${name} 已被 ${by} 冲红，请勿重复冲红`,
  'red-original-reimbursed': (name: string) => `原凭证 ${name} 已报销，不能冲红`,
  'red-of-red': (name: string) => `原凭证 ${name} 本身是冲红票，不能再冲红`,
  'red-differs': (name: string, sent: string, original: string) =>
    `冲红票的${name}为 ${sent}，按原凭证应为 ${original}`,
  'used-meanwhile': (how: string) => `凭证在校验期间已${how}，不能重传`,
  'flag-changed': () => '重传不能改变凭证标识 elecSetlCertFlag，也不能改冲另一张原凭证',
  'number-taken': (name: string) => `更正后的凭证 ${name} 已存在，不能用它更换`,
} satisfies Texts;

type Texts = Record<string, (...details: never[]) => string>;

const TEXTS = { ...FILE_TEXTS, ...RELATION_TEXTS };

export type FaultName = keyof typeof TEXTS;

/** A fault of a voucher; the details are those that its text asks for. */
export const voucherFault = <Name extends FaultName>(
  fault: Name,
  ...details: Parameters<(typeof TEXTS)[Name]>
): VoucherFault => ({ fault, text: (TEXTS[fault] as (...given: unknown[]) => string)(...details) });

/** True for a fault of the files. */
export const isFileFault = ({ fault }: VoucherFault): boolean => fault in FILE_TEXTS;

/** savFaleRea holds so many characters (4902). */
const LONGEST = 200;

/** The reasons in one text that fits its field. */
export const reasonOf = (faults: readonly VoucherFault[]): string => {
  const text = faults.map((fault) => fault.text).join('；');
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
};
