/** How well a code is known: several public clients agree, it is derived from a rule, or it is ours. */
export type CodeSource = 'reconstructed' | 'sandbox';

/** A failure of a reader: the library's return value, what it means, and what the person at the window should do. */
export type ReturnCode = {
  /** Below zero; the large ones are minus the status word of ISO 7816 in decimal (0x6A88 = 27272 gives -27272). */
  readonly code: number;
  readonly meaning: string;
  readonly advice: string;
  readonly source: CodeSource;
};

const known = (code: number, meaning: string, advice: string): ReturnCode => ({
  code,
  meaning,
  advice,
  source: 'reconstructed',
});
const ours = (code: number, meaning: string, advice: string): ReturnCode => ({
  code,
  meaning,
  advice,
  source: 'sandbox',
});

/**
 * Return codes of the reading library (SSCardDriver, HeaSecReadInfo) as public clients know them, by the name that the
 * neutral protocol uses. The last group has no code of its own in any source: it borrows the nearest one.
 */
export const RETURN_CODES = {
  'wrong-card-type': known(-1, '卡类型不对', '请换成社会保障卡'),
  'no-card': known(-2, '无卡', '请插卡后重试'),
  'card-not-powered': known(-3, '卡未上电', '卡可能插反了，请取出后重新插入'),
  'card-silent': known(-4, '卡无应答', '请取出卡，擦净触点后重试'),
  'library-missing': known(-5, '加载读卡库失败', '请检查读卡组件的安装'),
  'reader-absent': known(-11, '读卡器连接错误', '请检查读卡器的连线'),
  'not-connected': known(-12, '未建立连接', '请重新初始化后再读卡'),
  'command-unsupported': known(-13, '读卡器不支持该指令', '请换用有这项功能的设备'),
  'parameter-unsupported': known(-14, '读卡器不支持该参数', '请检查操作类型，如接触、非接触'),
  'check-error': known(-15, '信息校验错误', '请重试'),
  'card-sn-malformed': known(-20, '卡识别码格式错误', '该卡不能使用，请到发卡机构处理'),
  'internal-auth-failed': known(-21, '内部认证失败（非法卡）', '请核实卡片真伪'),
  'other-card': known(-22, '传入的数据与卡不符', '请勿在读卡途中换卡，从第一步重新读'),
  'illegal-data': known(-23, '传入的数据非法', '请把鉴别数据原样传入，形如 内部数据|外部数据|'),
  'psam-level-low': known(-24, 'PSAM 卡密钥级别过低', '请走无 PSAM 读卡（1903）'),
  'pin-cancelled': known(-31, '用户取消密码输入', '请核实后重新输入密码'),
  'pin-timeout': known(-32, '密码输入超时', '请重新输入密码'),
  'pin-length': known(-33, '密码长度错误', '密码为 6 位数字'),
  'pins-differ': known(-34, '两次输入的密码不一致', '请重新输入'),
  'pin-initial': known(-35, '初始密码不能交易', '请先修改密码'),
  'pin-to-initial': known(-36, '不能设置为初始密码', '请换一个密码'),
  'illegal-characters': known(-41, '传入的数据含非法字符', '鉴别数据为十六进制字符'),
  'wrong-length': known(-42, '传入的数据长度错误', '鉴别数据每项 16 个字符'),
  'pin-wrong': known(-51, '密码错误', '请重新输入密码'),
  'pin-locked': known(-52, '密码已锁定', '请到发卡机构解锁'),
  'no-psam': known(-2201, '没有 PSAM 卡', '请走无 PSAM 读卡（1903）'),
  'psam-algorithm': known(-2202, 'PSAM 卡没有该算法（SSF33、SM4）', '请走无 PSAM 读卡（1903）'),
  'psam-key': known(-2203, 'PSAM 卡没有该密钥', '请走无 PSAM 读卡（1903）'),
  'hsm-not-needed': known(-2204, '不需要加密机认证', '读卡器有 PSAM 卡，请直接读卡'),
  'external-auth-0': known(-25536, '外部认证失败，不能再试', '请勿再试，密钥将锁定'),
  'external-auth-1': known(-25537, '外部认证失败，还可试 1 次', '请从第一步重新读卡'),
  'external-auth-2': known(-25538, '外部认证失败，还可试 2 次', '请从第一步重新读卡'),
  'security-not-met': known(-27010, '不满足安全状态（6982）', '该卡要先验证密码再读'),
  'key-locked': known(-27011, '密钥已锁定（6983）', '请到发卡机构处理'),
  'mac-wrong': known(-27016, '安全报文 MAC 错误（6988）', '请用平台新给的鉴别数据'),
  'application-locked': known(-27265, '应用已锁定（6A81）', '请到发卡机构处理'),
  'file-missing': known(-27266, '卡内没有该文件（6A82）', '该卡没有写入个人信息，请到发卡机构处理'),
  'record-missing': known(-27267, '卡内没有该记录（6A83）', '卡上没有要读的记录'),
  'key-missing': known(-27272, '没有该密钥（6A88）', '请走无 PSAM 读卡（1903）'),
  'mac-invalid': known(-37634, 'MAC 无效（9302）', '请用平台新给的鉴别数据'),
  'application-dead': known(-37635, '应用永久锁定（9303）', '该卡已注销，请换新卡'),
  'card-withdrawn': known(-28289, '读卡途中卡被取出（6E81）', '请重新插卡，从头开始'),
  busy: ours(-11, '读卡器正被占用', '请等对方用完，或让对方断开'),
  'timed-out': ours(-4, '读卡器没有及时应答', '请重试，仍不行就重新插拔读卡器'),
  'nothing-shown': ours(-2, '没有等到二维码或人脸', '请出示后重试'),
  withdrawn: ours(-31, '指令被取消', '需要时重新发'),
} as const satisfies Readonly<Record<string, ReturnCode>>;

/** Name of a failure in the neutral protocol. */
export type Failure = keyof typeof RETURN_CODES;

export const FAILURES = Object.keys(RETURN_CODES) as [Failure, ...Failure[]];

/** The failure as one sentence for the person at the window. */
export const inWords = (failure: Failure): string => {
  const { meaning, advice } = RETURN_CODES[failure];
  return `${meaning}，${advice}`;
};
