/** Electronic credentials 医保电子凭证: codes, faces, tokens; cards without a PSAM. */
export const E_CREDENTIAL_TEXTS = {
  // The credential door.
  'org-missing': () => '缺少机构编号 orgId，应填定点医药机构编号',
  'org-unknown': (code: string) =>
    `机构编号 orgId（${code}）未登记，请用 kuasheng institution add 添加，或改用沙箱自带机构`,
  'trans-type-unknown': (sent: string, known: string) => `没有接口类型 transType（${sent || '空'}），可用 ${known}`,
  'business-type-unknown': (sent: string, known: string) => `用码业务类型 businessType（${sent}）不存在，可用 ${known}`,

  // The code that was scanned. 请使用医保电子凭证二维码: what a real decoder says (code 500159).
  'code-not-read': () =>
    '没有读到二维码：请出示医保电子凭证二维码并扫码；没有扫码设备的用 kuasheng credential qr 取一个，或填在 ecQrCode',
  'health-code-shown': () => '请使用医保电子凭证二维码：出示的是电子健康码，请打开医保码后重新扫码',
  'payment-code-shown': () => '请使用医保电子凭证二维码：出示的是付款码，请打开医保码后重新扫码',
  'code-not-ours': (length: number) =>
    `请使用医保电子凭证二维码：医保码为 28 位数字，扫到 ${length} 个字符，请重新扫码`,
  'code-unknown': () => '请使用医保电子凭证二维码：该码不存在，请刷新后重新扫码',
  'code-of-other-issuer': () => '请使用医保电子凭证二维码：该码不是国家医保局发的，请打开医保码后重新扫码',
  'code-spent': (at: string) => `该二维码已于 ${at} 使用，一个码只能用一次，请刷新后重新扫码`,
  'code-not-yet-valid': (from: string) => `该二维码自 ${from} 起有效，请核对手机时间，刷新后重新扫码`,
  'code-expired': (until: string) => `该二维码已于 ${until} 失效，有效期一分钟，请刷新后重新扫码`,

  // The terminal.
  'face-not-seen': () => '终端前没有人：请就诊人面对终端后重试（沙箱用 kuasheng credential face 安排）',
  'face-cancelled': () => '用户取消',
  'out-biz-no-used': (outBizNo: string) => `业务流水号 outBizNo（${outBizNo}）已用过，每次授权须用新的流水号`,
  'authorisation-unknown': () => '没有该刷脸授权：请核对 authNo 与 outBizNo，或重新刷脸',
  'authorisation-expired': (at: string) => `该刷脸授权已于 ${at} 失效，请重新刷脸`,
  'identity-card-absent': () => '终端上没有身份证：请放好后重试（沙箱用 kuasheng credential identity-card 安排）',
  'settle-state-unknown': (sent: string) => `结算状态 medicalSettleState（${sent}）应为 SUCCESS 或 FAIL`,

  // The token.
  'token-elsewhere': () => '该电子凭证令牌不是本机构扫码取得的，请在本窗口重新扫码',
  'token-expired': (at: string) => `该电子凭证令牌已于 ${at} 失效，请重新扫码`,
  'token-not-checked': () => '用医保电子凭证结算前，须先用 1101 人员信息获取验证本令牌，再结算',

  // Cards without a PSAM.
  'psam-present': () => '本机构读卡器有 PSAM 卡，直接读卡即可，不必经平台认证；没有 PSAM 卡的机构须登记为 no_psam',
  'card-issuer-unknown': (code: string) => `发卡地区行政区划代码 issu_admdvs（${code}）不存在，请重新读卡`,
  'card-step-unknown': (step: string) => `步骤 auth_step（${step}）应为 1（卡内部认证）或 2（社保卡鉴权）`,
  'card-reading-unknown': () => '没有该认证流水号 auth_sn，请从第一步重新读卡',
  'card-reading-over': () => '该认证流水号 auth_sn 已用过或已超过五分钟，请从第一步重新读卡',
  'card-forged': () => '卡内部认证未通过：两步读的不是同一张卡，或该卡是伪造的，请核对社会保障卡',
};
