import { placeName, type Admdvs } from '../../../kernel/admdvs.ts';

/** The national node, and provinces at it. */
export const NATIONAL_TEXTS = {
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

  // Uploads, downloads and queries of provinces.
  'rows-too-many': (sent: number, most: number) => `一次最多上传 ${most} 行，收到 ${sent} 行，请分批上传`,
  'rows-refused': (list: string, count: number) =>
    `上传的数据有 ${count} 处不能接收，整批未保存，请改正后重传：${list}${count > 5 ? `；等共 ${count} 处` : ''}`,
  'startrow-invalid': (sent: number) => `起始行 startrow（${sent}）应为从 1 起的整数`,
  'query-unbounded': () =>
    '请填结算流水号 setl_sn，或就诊顺序号 mdtrtsn，或个人管理码 psn_no（或证件号码 certno）并填开始日期 begndate、结束日期 enddate',
  'card-area-mismatch': (sent: string, own: string) =>
    `发卡地区行政区划代码 issu_admdvs（${sent}）与卡识别码 card_sn 的前六位（${own}）不符，请重新读卡`,

  // The national node at a province's own system.
  'nation-unsigned': () => '签名不符：请核对请求头 x-kuasheng-timestamp、x-kuasheng-signature 和双方约定的密钥',
  'area-unknown': (code: string) => `就医地统筹区 mdtrtarea（${code}）不存在`,

  // The national node.
  'disease-out-of-scope': (code: string) =>
    `病种 ${code} 不在跨省直接结算范围，请核对全国统一病种代码；确不在范围的，全额现金结算后回参保地手工报销`,
  'disease-not-yet-open': (code: string, from: string) =>
    `病种 ${code} 自 ${from} 起方可跨省直接结算，请全额现金结算后回参保地手工报销`,
  'disease-not-opened-here': (code: string) =>
    `就诊机构未开通病种 ${code} 的跨省直接结算，请到已开通的机构就医，或全额现金结算后回参保地手工报销`,
  'institution-not-registered': (code: string) =>
    `机构未在国家平台登记：fixmedins_code（${code || '空'}），请核对编码，或由就医省先用 1603 上传机构信息`,
  'institution-suspended': (name: string) => `${name}已暂停跨省联网结算，请到其他跨省联网定点医疗机构就医`,
  'institution-cancelled': (name: string) => `${name}已取消跨省联网结算，请到其他跨省联网定点医疗机构就医`,
  'institution-not-national': () => '就诊机构未开通跨省异地就医直接结算，请到跨省联网定点医疗机构就医',
  'place-closed': (place: Admdvs, why: string) =>
    `参保地${placeName(place)}未开通跨省直接结算（${why}），请全额现金结算后回参保地手工报销`,
  'visit-number-used': () => '该就诊顺序号 mdtrtsn 已有有效结算，一个就诊顺序号只结算一次',
  'visit-number-spent': () => '该就诊顺序号 mdtrtsn 已用过，退费或冲正后再结算请用新的就诊顺序号',
  'same-province': () => '参保地与就医地同属一省，不经国家平台办理',
};
