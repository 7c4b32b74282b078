/** What is wrong with a message before its transaction sees it. */
export const MESSAGE_TEXTS = {
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
  'fault-ordered': (text: string) => text,
  'fault-unhandled': () => '按故障的要求，报文没有处理',
  'fault-unknown': (why: string) => `请求头 x-kuasheng-fault 不能用：${why}（kuasheng fault kinds）`,
  'platform-error': (trace: string) => `系统异常，请稍后重试；追踪号 ${trace}`,
};
