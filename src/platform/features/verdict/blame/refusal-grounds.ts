import type { RefusalName } from '../../../domain/refusals.ts';
import type { Blame } from '../types/verdict.ts';

/** Whom a refusal is laid to. `{table}` in a clause is the interface table of the transaction. */
export type Ground = { readonly blame: Exclude<Blame, 'injected'>; readonly clause: string };

const his = (clause: string): Ground => ({ blame: 'his', clause });
const ours = (clause: string): Ground => ({ blame: 'approximation', clause });
const unclear = (clause: string): Ground => ({ blame: 'ambiguous', clause });

const ENVELOPE = his('报文头：接口规范的交易报文格式');
const TABLE = his('{table} 的字段、类型与代码');
const BATCH = his('{table}：chrg_bchno 收费批次号，2204 上传、2207 结算');
const LINES = his('{table}：费用明细的数量、单价、金额与病种');
const VISIT = his('{table}：mdtrt_id 与 psn_no，挂号、就诊、明细、结算的先后');
const REVERSAL = unclear(
  '接口表 2601 只说引用原 msgid，没有写已退费、已冲正、从未收到时怎样答；沙箱的读法见 2601 的说明',
);
const REPEATED = unclear('接口规范没有写同一 msgid 再来时怎样答；沙箱的读法：内容相同返回原答复，已冲正的作废');

/**
 * Refusals that somebody made a mistake for. Those that are not here are the right answer to what was asked (no filing
 * 备案, no entitlement 待遇, a suspended insurance): nobody is to blame.
 */
export const REFUSAL_GROUNDS: Readonly<Partial<Record<RefusalName, Ground>>> = {
  malformed: ENVELOPE,
  'fields-missing': TABLE,
  'fields-invalid': TABLE,
  'transaction-unknown': ENVELOPE,
  'institution-unknown': ENVELOPE,
  'institution-closed': ENVELOPE,
  'sign-in-required': his('接口表 9001 签到：sign_no 填入报文头'),
  'sign-in-invalid': his('接口表 9001 签到：sign_no 填入报文头'),
  'place-mismatch': ENVELOPE,
  'place-required': ENVELOPE,
  'place-unknown': ENVELOPE,
  'credential-missing': TABLE,
  'token-not-checked': unclear('接口表没有写 2207 之前须先用 1101 验证令牌；依据是一家医院的需求书'),
  'token-elsewhere': unclear('接口表没有写令牌在机构之间是否通用'),
  'registration-unknown': VISIT,
  'visit-unknown': VISIT,
  'visit-withdrawn': VISIT,
  'visit-has-lines': VISIT,
  'visit-settled': VISIT,
  'visit-otp-mismatch': VISIT,
  'treatment-missing': VISIT,
  'med-type-fixed': VISIT,
  'med-type-mismatch': VISIT,
  'disease-required': TABLE,
  'batch-unknown': BATCH,
  'batch-already-settled': BATCH,
  'batch-settled': BATCH,
  'total-mismatch': BATCH,
  'total-negative': BATCH,
  'amount-out-of-range': TABLE,
  'lines-empty': LINES,
  'line-repeated': LINES,
  'line-amount': LINES,
  'line-sign': LINES,
  'line-too-large': LINES,
  'line-disease': LINES,
  'line-visits': LINES,
  'line-disease-mismatch': LINES,
  'nothing-to-withdraw': LINES,
  'item-unknown': ours('沙箱的就医地目录不全；可用 kuasheng catalogue import 导入'),
  'settlement-unknown': his('{table}：setl_id、mdtrt_id、psn_no'),
  'settlement-refunded': his('{table}：一笔结算只退一次'),
  'settlement-is-refund': his('{table}：填原结算的 setl_id'),
  'settlement-reversed': his('{table}：已冲正的结算不存在'),
  'not-reversible': his('接口表 2601：oinfno 可冲正的交易'),
  'original-unknown': REVERSAL,
  'original-reversed': REVERSAL,
  'original-refunded': REVERSAL,
  'original-mismatch': his('接口表 2601：psn_no、oinfno、omsgid 与原交易一致'),
  'refund-superseded': REVERSAL,
  'original-renewed': REVERSAL,
  'account-spent': REVERSAL,
  'msgid-reused': REPEATED,
  'msgid-reversed': REPEATED,
  'leg-unknown': unclear('接口规范没有写上一笔结果未知时能否再办同一就诊；沙箱的读法：先冲正'),
  'insured-place-silent': unclear('接口规范没有写参保地无应答时怎样告诉医院；沙箱的读法：明说结果未知'),
  'insured-answer-invalid': unclear('接口规范没有写参保地应答不合规时怎样办；沙箱的读法：不采信，结果未知'),
  'transaction-without-behaviour': ours('沙箱没有这个交易的业务处理'),
  'med-type-unsupported': ours('沙箱没有这个医疗类别的结算'),
  'insutype-unsupported': ours('沙箱没有这个险种的结算'),
  'policy-missing': ours('沙箱没有参保地这一项的政策'),
  'sums-disagree': ours('沙箱自己的合计不平'),
  'platform-error': ours('沙箱自己的缺陷，请凭追踪号报告'),
  'fault-unknown': his('请求头 x-kuasheng-fault：kuasheng fault kinds'),
};
