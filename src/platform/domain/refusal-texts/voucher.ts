/** Electronic settlement vouchers 电子结算凭证: what stops a whole batch, and what a query cannot answer. */
export const VOUCHER_TEXTS = {
  'voucher-institution': (sent: string, own: string) =>
    `定点医疗机构编号 fixmedinsCode（${sent}）与报文头的 ${own} 不符，请核对`,
  'voucher-not-onboarded': (institution: string, stage: string, next: string) =>
    `机构 ${institution} 没有接入电子结算凭证中心（${stage}），不能上传；下一步：${next}`,
  'voucher-batch-number': (sent: string) =>
    `上传批次号 upldBchno（${sent}）应为上传日期年月日加 5 位顺序号，如 2026090100001，且不晚于今天`,
  'voucher-batch-used': (batch: string) => `上传批次号 upldBchno（${batch}）已用于内容不同的上传，请换新批次号`,
  'voucher-batch-unknown': (batch: string) => `未查询到本机构业务区间相同的上传批次 upldBchno（${batch}），请核对`,
  'voucher-interval': (sent: string) =>
    `业务区间 bizStsb（${sent}）读不出起止日期，应为 yyyyMMdd-yyyyMMdd 或一个日期，起不晚于止`,
  'voucher-mode': (sent: string) =>
    `上传模式 upldMode（${sent}）应为 1（结构化文件在版式文件内）或 2（结构化文件在版式文件旁）`,
  'voucher-count': (sent: number, rows: number) =>
    `凭证数量 elecSetlCertCnt（${sent}）与关联关系列表 ${rows} 行不符，请核对`,
  'voucher-too-many': (rows: number) => `一批应为 1 至 100 张凭证，收到 ${rows} 张，请分批上传`,
  'voucher-twice': (name: string) => `凭证 ${name} 在同一批内出现两次，请去掉一行`,
  'voucher-real-person': (row: number) =>
    `第 ${row} 行的证件号码可能属于真实人员，沙箱不收真实人员的凭证，请改用演示人员`,
  'voucher-package': (why: string) => `文件压缩包 ftfileCompac 不能使用：${why}`,
  'voucher-file-stray': (name: string) =>
    `压缩包内的文件 ${name} 不属于本批任何凭证，应以凭证代码-号码命名（结构化文件再加 -extinfo）`,
  'voucher-unknown': (name: string) => `未查询到本机构的凭证 ${name}，请核对代码、号码、类型和校验码`,
  'voucher-checking': (name: string) => `凭证 ${name} 正在校验，请先用 4902 查询上传结果`,
  'voucher-failed': (name: string, why: string) => `凭证 ${name} 校验失败，请用 4905 重传；原因：${why}`,
  'voucher-replaced': (name: string, by: string) => `凭证 ${name} 已更正为 ${by}，请查询 ${by}`,
  'voucher-origin': (sent: string) =>
    `原上传方式 initUpldWay（${sent}）应为 1（4901 上传）；4903 上传的凭证沙箱没有，不能重传`,
  'voucher-reimbursed': (name: string) => `凭证 ${name} 已报销，不能重传`,
  'voucher-reversed': (name: string) => `凭证 ${name} 已冲红，不能重传`,
  'voucher-renamed': (sent: string, original: string) =>
    `凭证号码 ${sent} 与原凭证 ${original} 不同时，凭证代码号码错误标志 certCodeNoErrFlag 应为 1，相同时应为 0`,
};
