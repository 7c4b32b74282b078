import { placeName, type Admdvs } from '../../../kernel/admdvs.ts';

/** The insured place: eligibility, and applications to it. */
export const INSURED_TEXTS = {
  // The insured place.
  'registration-unknown': () => '未查询到就诊登记，请先办理挂号',
  'filing-missing': () => '未查询到有效备案，请先办理异地就医备案',
  'filing-expired': (on: string) => `异地就医备案已于 ${on} 到期，请重新备案`,
  'filing-not-begun': (on: string) => `异地就医备案自 ${on} 起生效`,
  'filing-cancelled': (on: string) => `异地就医备案已于 ${on} 撤销，请重新备案`,
  'filing-elsewhere': (place: string) => `备案就医地（${placeName(place)}）与本次就医地不符`,
  'filing-other-institution': (code: string) => `备案指定在机构 ${code} 就医，与本次就诊机构不符`,
  'entitlement-missing': () => '无该病种待遇，请按普通门诊结算',
  'entitlement-expired': (on: string) => `该病种待遇已于 ${on} 到期，请按普通门诊结算`,
  'entitlement-cancelled': (on: string) => `该病种待遇已于 ${on} 撤销，请按普通门诊结算`,
  'entitlement-terminated': (on: string) => `该病种待遇已于 ${on} 终止，请按普通门诊结算`,
  'institution-not-chosen': (chosen: string) => `本次就诊机构不是本人选定的门诊慢特病定点医疗机构（已选定${chosen}）`,
  'disease-local-only': (code: string) => `病种 ${code} 只在参保地本地享受待遇，异地请按普通门诊结算`,
  'policy-missing': (why: string) => `沙箱${why}，不能结算`,
  'insutype-unsupported': (insutype: string) => `险种 ${insutype} 不办理门诊结算，请用 310 职工医保或 390 居民医保`,
  'disease-mixed': (sn: string, sent: string, settled: string) =>
    `明细 ${sn} 的病种 ${sent} 与结算病种 ${settled} 不符，一次只结算一个病种，请分开结算`,
  'sums-disagree': (what: string) => `费用合计与分项不平：${what}`,

  // Applications at the insured place: filings, qualifications, chosen institutions.
  'application-unknown': (no: string) =>
    `未查询到本机构申报的待遇申报明细流水号 trt_dcla_detl_sn（${no}），或人员编号 psn_no 不符，请核对`,
  'application-not-found': (no: string) => `没有待遇申报明细流水号 ${no} 的备案或申请，请用列表核对`,
  'application-state': (no: string, state: string, deed: string, possible: string) =>
    `${no} ${state}，不能${deed}；${possible === '' ? '已办结，如有需要请重新申请' : `现在可以：${possible}`}`,
  'application-used': (no: string, setl_id: string) =>
    `${no} 已用于结算（结算ID ${setl_id}），不能撤销；确需撤销的请先由医院退费，或由参保地经办办理`,
  'application-over': (no: string, on: string) => `${no} 已于 ${on} 到期，不能撤销，也无须撤销`,
  'application-pending': (no: string) => `相同的申请 ${no} 正在办理，请勿重复申请`,
  'apply-at-home': (title: string, insuplc: Admdvs) =>
    `${title}只由参保地所在省的定点医药机构申报，该人员参保地为${placeName(insuplc)}（${insuplc}）：` +
    '请参保人在国家医保服务平台 APP 或向参保地经办机构申请',
  'filing-held': (no: string) => `已有相同的备案 ${no}，请勿重复办理；要改就医地或日期请办理变更`,
  'filing-area-unknown': (code: string) =>
    `就医地区划 mdtrtarea_admdvs（${code}）不存在，请填市（如 440300）或省（如 440000）的六位医保区划`,
  'filing-own-place': (place: string) => `就医地就是参保地${place}，无须备案，请填异地的区划 mdtrtarea_admdvs`,
  'filing-locked': (no: string, until: string) => `长期居住备案 ${no} 在 ${until} 前不能变更或撤销，请到期后再办`,
  'filing-change-past': (begndate: string, today: string) =>
    `变更的开始日期 begndate（${begndate}）早于今天 ${today}：已就医的按原备案结算，请填今天或以后的日期`,
  'filing-change-late': (begndate: string, enddate: string) =>
    `变更的开始日期 begndate（${begndate}）晚于原备案的最后一天 ${enddate}，请改为新办备案`,
  'filing-not-held': (no: string) => `备案 ${no} 尚未生效或已经结束，不能变更`,
  'filing-replaced-gone': (no: string, why: string) => `原备案 ${no} 已不能变更：${why}`,
  'begin-too-late': (begndate: string, latest: string) =>
    `开始日期 begndate（${begndate}）过晚，最晚 ${latest}，请核对年份`,
  'institution-not-known': (field: string, code: string) =>
    `机构 ${field}（${code}）不存在，请用 1201 或 kuasheng institution list 查询可用的机构`,
  'institution-elsewhere': (field: string, code: string, place: Admdvs, area: string) =>
    `机构 ${field}（${code}）在${placeName(place)}（${place}），不在就医地 mdtrtarea_admdvs（${area}）内，请核对`,
  'referral-disagreed': () => '医院同意转院标志 hosp_agre_refl_flag 为 0：医院不同意转院，不能备案',
  'referral-type': (sent: string, right: string) =>
    `转院类型 refl_type（${sent}）与就医地 mdtrtarea_admdvs 不符，应填 ${right}`,
  'insured-place-field': (sent: string, own: Admdvs) =>
    `参保机构医保区划 insu_optins（${sent}）与就诊人参保地不符，应为${placeName(own)}（${own}）的区划`,
  'disease-code': (code: string) => `病种代码 opsp_dise_code（${code}）格式不对，应为 M 加五位数字，如 M03900`,
  'identified-later': (date: string, today: string) =>
    `医院鉴定日期 hosp_ide_date（${date}）晚于今天 ${today}，请先完成鉴定`,
  'qualification-held': (code: string, no: string) => `病种 ${code} 在这段时间已有认定资格 ${no}，请勿重复申请`,
  'disease-name-required': (code: string) => `沙箱不知道病种 ${code} 的名称，请写 dise_name`,
  'rank-taken': (rank: string, name: string) =>
    `定点排序号 fix_srt_no（${rank}）已用于${name}，请改用其他排序号，或先用 2506 撤销原定点`,
  'biz-type': (sent: string) =>
    `业务申请类型 biz_appy_type（${sent}）不能用于定点备案，可用 01 门慢门特登记、03 就医定点医疗机构登记`,
};
