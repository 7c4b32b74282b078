import { yuan, type Fen } from '../../../kernel/money.ts';
import { wayOut } from './way-out.ts';

/** Settlement, refund, reversal, manual reimbursement. */
export const SETTLEMENT_TEXTS = {
  // Settlement.
  'batch-unknown': (batch: string) => `未查询到收费批次 ${batch} 的未结算明细，请先用 2204 上传`,
  'batch-already-settled': () => '该收费批次已结算，请勿重复结算',
  'total-mismatch': (sent: Fen, uploaded: Fen) =>
    `医疗费总额 medfee_sumamt（${yuan(sent)}）与已上传明细合计（${yuan(uploaded)}）不相等`,
  'total-negative': (total: Fen) => `收费批次合计为负（${yuan(total)}），不能结算`,
  'amount-out-of-range': (name: string) => `${name}超出范围：不能为负，也不能超过一亿元`,
  'line-disease-mismatch': (batch: string, visit: string) => `费用明细病种 ${batch} 与就诊信息病种 ${visit} 不符`,
  'leg-unknown': () => '上一笔结算结果未知，请先冲正',
  'query-silent': () => '参保地无应答，请稍后再试',
  'query-invalid': (why: string) => `参保地应答不合规：${why}，请联系参保地`,
  'insured-place-silent': (infno: string) => `参保地无应答，结果未知，${wayOut(infno)}`,
  'insured-answer-invalid': (why: string, infno: string) => `参保地应答不合规：${why}，结果未知，${wayOut(infno)}`,
  'insured-place-reversed': () => '参保地无应答，国家平台已自动冲正，请用新报文号重新发起',
  'insured-place-unreached': (why: string) => `参保地系统未连通（${why}），报文没有送达，请稍后再试`,
  'insured-place-says': (text: string) => text,

  // Refund.
  'settlement-unknown': () => '未查询到该笔结算，请核对结算ID setl_id、就诊ID mdtrt_id 和人员编号 psn_no',
  'settlement-refunded': () => '该笔结算已撤销，请勿重复办理',
  'settlement-is-refund': () => '该结算ID是退费记录，请填原结算的结算ID',
  'settlement-reversed': () => '该笔结算已冲正，不能退费',

  // Reversal.
  'not-reversible': (infno: string) => `交易 ${infno} 不支持冲正，可冲正的交易为 2207、2208`,
  'not-reversible-national': (infno: string) => `交易 ${infno} 不支持冲正，可冲正的交易为 1107、1203`,
  'original-unknown': () => '未查询到原交易或原交易未成功，无需冲正；该报文号已作废，请用新报文号重新发起',
  'original-without-effect': () => '该报文没有产生新的业务（重复退费），请冲正第一次退费的报文',
  'original-renewed': () => '原交易在冲正期间已重新办理，请用新报文号再次冲正',
  'original-reversed': () => '该交易已冲正',
  'original-refunded': () => '该笔结算已退费，不能冲正结算；如需恢复请先冲正退费',
  'original-mismatch': () => '冲正信息与原交易不符，请核对人员编号和交易编号',
  'account-spent': () => '退费退回的个人账户余额已被使用，不能冲正该笔退费',
  'refund-superseded': () => '退费后的明细已撤销或已重新结算，不能冲正该笔退费',

  // Manual reimbursement.
  'claim-in-future': (date: string, today: string) => `就诊日期 ${date} 晚于今天 ${today}，请核对票据`,
  'receipt-reimbursed': (invono: string, setl_id: string) =>
    `票据 ${invono} 已报销（结算ID ${setl_id}），一张票据只报销一次`,
  'receipt-reversed': (invono: string) => `票据 ${invono} 的电子结算凭证是冲红票或已冲红，不能报销`,
  'receipt-voucher-used': (invono: string) => `票据 ${invono} 的电子结算凭证已报销，一张票据只报销一次`,
  'settled-directly': (setl_id: string) =>
    `该次就诊已直接结算（结算ID ${setl_id}），不能再手工报销；须更正的请先由医院用 2208 退费`,
};
