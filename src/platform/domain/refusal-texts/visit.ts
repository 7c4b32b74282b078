import { placeName } from '../../../kernel/admdvs.ts';
import { yuan, type Fen } from '../../../kernel/money.ts';

/** From the credential to the uploaded fee lines. */
export const VISIT_TEXTS = {
  // The person and the credential.
  'person-unknown': () => '该参保人的基本信息为空，请核对凭证类型、证件号码和参保地',
  'person-not-insured-here': (place: string) => `未查询到该人员在${placeName(place)}的参保信息，请核对参保地`,
  'place-required': () =>
    '请选择参保地：异地人员用身份证或其他证件就诊，须在 insuplc_admdvs 填参保地医保区划（到市一级）',
  'place-unknown': (code: string) => `参保地医保区划 insuplc_admdvs（${code}）不存在`,
  'insurance-unknown': (insutype: string) => `该参保人没有险种 ${insutype} 的参保信息`,
  'insurance-not-begun': (on: string) => `该参保人自 ${on} 起参保，就诊时尚未参保，不能享受待遇`,
  'insurance-suspended': () => '该参保人已暂停参保，不能享受待遇，请联系参保地',
  'insurance-terminated': () => '该参保人已终止参保，不能享受待遇，请联系参保地',
  'token-unknown': () => '请使用医保电子凭证二维码：令牌无效或已失效，请重新扫码',
  'card-unknown': () => '社会保障卡卡号不存在，请重新读卡',
  'card-mismatch': () => '社会保障卡卡识别码 card_sn 与卡号不符，请重新读卡',
  'credential-unknown': (type: string) =>
    `就诊凭证类型 mdtrt_cert_type（${type}）不能使用，可用 01 电子凭证、02 身份证、03 社会保障卡、99 其他`,
  'credential-missing': (field: string) => `就诊凭证不全，缺少 ${field}`,
  'identity-card-not-allowed': () => '本机构未开通就诊人实名核验，不能用居民身份证就诊，请用医保电子凭证或社会保障卡',
  'card-only': () => '跨省就医只能使用社会保障卡，请读卡',
  'credential-of-another': () => '就诊凭证与就诊人不符，请核对',

  // Where the person comes from and where the hospital may serve.
  'place-mismatch': (sent: string, insured: string) =>
    `报文参保地 insuplc_admdvs（${sent || '空，表示本地业务'}）与就诊人参保地不符，应填 ${insured}（${placeName(insured)}）`,
  'not-cross-province': () => '本机构为省内异地定点，不能办理跨省异地业务',
  'not-out-of-area': () => '本机构为非异地定点，只能办理本地业务',

  // The visit.
  'visit-unknown': () => '未查询到就诊信息，请核对就诊ID mdtrt_id 和人员编号 psn_no',
  'visit-withdrawn': () => '该就诊挂号已撤销',
  'visit-has-lines': () => '该就诊有已上传未撤销的费用明细，请先用 2205 撤销明细',
  'visit-settled': () => '该就诊有有效结算，请先用 2208 撤销结算',
  'visit-otp-mismatch': () => '住院/门诊号 ipt_otp_no 与挂号时不符',
  'treatment-missing': () => '尚未上传就诊信息，请先用 2203 上传',
  'med-type-fixed': (before: string) => `该就诊的医疗类别已为 ${before} 且已有结算，不能更改`,
  'med-type-mismatch': (sent: string, visit: string) => `医疗类别 med_type（${sent}）与就诊信息上传的 ${visit} 不符`,
  'med-type-unsupported': (med_type: string) => `沙箱暂不办理医疗类别 ${med_type} 的门诊结算`,
  'disease-required': () => '门诊慢特病须填病种编码 dise_codg',

  // Fee lines.
  'lines-empty': () => '费用明细List不能为空',
  'line-repeated': (sn: string) => `费用明细流水号 feedetl_sn（${sn}）在本次就诊中重复`,
  'line-amount': (sn: string, sent: Fen, expected: Fen) =>
    `明细 ${sn} 的金额 ${yuan(sent)} 与 数量×单价 ${yuan(expected)} 相差超过 0.01 元`,
  'line-sign': (sn: string) => `明细 ${sn} 的数量与金额正负号不一致，单价须为非负数`,
  'line-too-large': (sn: string) => `明细 ${sn} 的金额超过一亿元，请核对数量和单价`,
  'line-disease': (sn: string, batch: string) =>
    `明细 ${sn}：同一收费批次（${batch}）内病种编码必须相同，一个批次只结算一个病种`,
  'line-visits': () => '一次上传的明细须属于同一次就诊',
  'batch-settled': (batch: string) => `收费批次 ${batch} 已结算，不能再上传或撤销明细`,
  'nothing-to-withdraw': () => '未查询到任何有效相关的记录',
};
