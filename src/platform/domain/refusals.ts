import { placeName, type Admdvs } from '../../kernel/admdvs.ts';
import { yuan, type Fen } from '../../kernel/money.ts';
import type { Party } from './party.ts';

/** What to do about an outcome that nobody knows: settlements and refunds are reversed, the rest is asked again. */
const wayOut = (infno: string): string =>
  infno === '1107' || infno === '1203' ? '请发起冲正' : '请用同一报文号 msgid 重发';

/**
 * Every refusal by its domain name, with its wire text: short, plain Chinese that says what is wrong and what to do.
 * Wordings that real clients look for are kept to the letter (该笔结算已撤销，请勿重复办理 …).
 */
const TEXTS = {
  // The message itself.
  malformed: (why: string) => `报文无法识别：${why}`,
  'fields-missing': (list: string) => `报文缺少办理所需的字段：${list}`,
  'fields-invalid': (list: string) => `报文不符合接口表：${list}`,
  'transaction-unknown': (infno: string) => `没有交易 ${infno}，请核对交易编号 infno`,
  'transaction-without-behaviour': (infno: string, title: string) => `沙箱尚未提供交易 ${infno} ${title} 的业务处理`,
  'institution-unknown': (code: string) =>
    `定点医药机构编号 fixmedins_code（${code}）未登记，请用 kuasheng institution add 添加，或改用沙箱自带机构`,
  'institution-closed': (name: string) => `${name}不在本就医地，请核对就医地医保区划 mdtrtarea_admvs`,
  'sign-in-required': () => '未签到：请先调用 9001 签到，并把 sign_no 填入报文头',
  'sign-in-invalid': (sign_no: string) => `签到流水号无效或已签退（sign_no=${sign_no}），请重新签到`,
  'msgid-reversed': () => '原报文已冲正，请用新报文号',
  'msgid-reused': () => '报文号 msgid 已用于内容不同的交易，请用新报文号',
  'platform-error': (trace: string) => `系统异常，请稍后重试；追踪号 ${trace}`,

  // The person and the credential.
  'person-unknown': () => '该参保人的基本信息为空，请核对凭证类型、证件号码和参保地',
  'person-not-insured-here': (place: string) => `未查询到该人员在${placeName(place)}的参保信息，请核对参保地`,
  'place-required': () =>
    '请选择参保地：异地人员用身份证或其他证件就诊，须在 insuplc_admdvs 填参保地医保区划（到市一级）',
  'place-unknown': (code: string) => `参保地医保区划 insuplc_admdvs（${code}）不存在`,
  'insurance-unknown': (insutype: string) => `该参保人没有险种 ${insutype} 的参保信息`,
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

  // The province at the national node.
  'province-unsigned': () =>
    '未登录：请在请求头 Authorization 用 Basic 方式填本省凭证，用户名为省级区划（如 440000），密码为本省密钥',
  'province-unknown': (code: string) => `省级区划 ${code} 不存在，用户名应为以 0000 结尾的省级区划，如 440000`,
  'province-key-wrong': (province: Admdvs) =>
    `${placeName(province)}（${province}）的密钥不符，未另设密钥的省份用 kuasheng-${province}`,
  'area-not-own': (sent: string, own: Admdvs) =>
    `就医地统筹区 mdtrtarea（${sent}）不属于${placeName(own)}：作为就医省只能办理本省就医地的业务`,
  'institution-not-own': (code: string, own: Admdvs) =>
    `机构 fixmedins_code（${code}）不在${placeName(own)}：作为就医省只能办理本省机构的业务`,
  'insured-not-own': (sent: string, own: Admdvs) =>
    `参保地统筹区 insuplc（${sent}）不属于${placeName(own)}：作为参保省只能办理本省参保人的业务`,

  // The national node at a province's own system.
  'nation-unsigned': () => '签名不符：请核对请求头 x-kuasheng-timestamp、x-kuasheng-signature 和双方约定的密钥',
  'area-unknown': (code: string) => `就医地统筹区 mdtrtarea（${code}）不存在`,

  // The national node.
  'disease-out-of-scope': (code: string) => `病种 ${code} 不在跨省直接结算范围`,
  'disease-not-yet-open': (code: string, from: string) =>
    `病种 ${code} 自 ${from} 起方可跨省直接结算，请全额现金结算后回参保地手工报销`,
  'disease-not-opened-here': (code: string) => `就诊机构未开通病种 ${code} 的跨省直接结算`,
  'institution-not-national': () => '就诊机构未开通跨省异地就医直接结算',
  'visit-number-used': () => '该就诊流水号 mdtrtsn 已有有效结算',
  'same-province': () => '参保地与就医地同属一省，不经国家平台办理',

  // The insured place.
  'registration-unknown': () => '未查询到就诊登记，请先办理挂号',
  'filing-missing': () => '未查询到有效备案，请先办理异地就医备案',
  'filing-expired': (on: string) => `异地就医备案已于 ${on} 到期，请重新备案`,
  'filing-not-begun': (on: string) => `异地就医备案自 ${on} 起生效`,
  'filing-elsewhere': (place: string) => `备案就医地（${placeName(place)}）与本次就医地不符`,
  'filing-other-institution': (code: string) => `备案指定在机构 ${code} 就医，与本次就诊机构不符`,
  'entitlement-missing': () => '无该病种待遇，请按普通门诊结算',
  'entitlement-expired': (on: string) => `该病种待遇已于 ${on} 到期，请按普通门诊结算`,
  'institution-not-chosen': (chosen: string) => `本次就诊机构不是本人选定的门诊慢特病定点医疗机构（已选定${chosen}）`,
  'disease-local-only': (code: string) => `病种 ${code} 只在参保地本地享受待遇，异地请按普通门诊结算`,
  'policy-missing': (why: string) => `沙箱${why}，不能结算`,
  'insutype-unsupported': (insutype: string) => `险种 ${insutype} 不办理门诊结算，请用 310 职工医保或 390 居民医保`,
  'sums-disagree': (what: string) => `费用合计与分项不平：${what}`,

  // Manual reimbursement.
  'claim-in-future': (date: string, today: string) => `就诊日期 ${date} 晚于今天 ${today}，请核对票据`,
  'receipt-reimbursed': (invono: string, setl_id: string) =>
    `票据 ${invono} 已报销（结算ID ${setl_id}），一张票据只报销一次`,
  'settled-directly': (setl_id: string) =>
    `该次就诊已直接结算（结算ID ${setl_id}），不能再手工报销；须更正的请先由医院用 2208 退费`,

  // Queries.
  'file-unknown': (file_qury_no: string) =>
    `没有文件查询号 file_qury_no（${file_qury_no}）的文件，请先用 1301 等目录下载交易取得`,
  'institution-mismatch': (sent: string, own: string) =>
    `机构编号 fixmedins_code（${sent}）与报文头的 ${own} 不符，请核对`,
  'cross-province-query': () => '跨省异地结算事后不能查询，请保存 2204 和 2207 的出参用于打印',
  'own-place-only': (place: string) => `本交易只能查询${placeName(place)}参保人`,
  'item-unknown': (code: string, place: string) =>
    `医疗目录编码 med_list_codg（${code}）不在${placeName(place)}医保目录内，请用 1312 查询可用的编码`,
  'list-type-mismatch': (sent: string, code: string, own: string) =>
    `目录类别 list_type（${sent}）与 ${code} 的目录类别 ${own} 不符，请改为 ${own}`,
  'match-dates': (begndate: string, enddate: string) =>
    `结束日期 enddate（${enddate}）早于开始日期 begndate（${begndate}），请改正后再传`,
  'match-unknown': (own: string, code: string) =>
    `未查询到有效的目录对照：机构编码 fixmedins_hilist_id（${own}）、医疗目录编码 med_list_codg（${code}），请用 1317 核对`,
  'catalogue-elsewhere': (field: string, sent: string, own: string) =>
    `${field}（${sent}）不是本机构所在的${placeName(own)}：这里只有就医地目录，请填 ${own} 或不填`,
  'page-invalid': (page_num: number, page_size: number) =>
    `当前页数 page_num（${page_num}）须从 1 起，本页数据量 page_size（${page_size}）须为 1 到 9999 的整数，请改正后再查`,
  'dictionary-unknown': (type: string) => `没有字典 ${type}`,
} satisfies Record<string, (...details: never[]) => string>;

export type RefusalName = keyof typeof TEXTS;

/** An expected no: its name, the party that says it, the text (without the party's prefix). */
export type Refusal = { readonly refused: RefusalName; readonly by: Party; readonly text: string };

/** Builds a refusal; the details are those that its text asks for. */
export const refuse = <Name extends RefusalName>(
  by: Party,
  name: Name,
  ...details: Parameters<(typeof TEXTS)[Name]>
): Refusal => ({ refused: name, by, text: (TEXTS[name] as (...given: unknown[]) => string)(...details) });

/** True for a refusal among other values of a union. */
export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && 'refused' in value;
