import type { CivilDate, CivilDateTime, Instant } from '../../../kernel/civil-time.ts';
import type { Fen } from '../../../kernel/money.ts';
import type { Price, Quantity } from '../../../kernel/quantity.ts';

/** What makes a voucher 电子结算凭证 the same one: whose it is, its number, its code (empty where it has none: 数电票). */
export type VoucherKey = { readonly fixmedins_code: string; readonly no: string; readonly code: string };

/** How a voucher came: 4901 first, 4905 once more. */
export type VoucherWay = '4901' | '4905';

/**
 * A row of 结算凭证关联关系列表 as read: what the hospital says of a voucher. Names are those of the table; what 4905 adds
 * stands in `again`.
 */
export type VoucherRelation = {
  readonly elecSetlCertCode?: string;
  readonly elecSetlCertNo: string;
  readonly elecSetlCertChkcode?: string;
  /** 1 财政电子票据, 2 税务电子发票, 3 税务数电票 */
  readonly elecSetlCertType: string;
  /** 1 实时结算, 2 全自费 */
  readonly certSetlType: string;
  /** 1 门诊, 2 住院 */
  readonly mdtrtType: string;
  readonly billDate: CivilDate;
  readonly medfeeSumamt: Fen;
  readonly insuplcAdmdvs?: string;
  readonly bizSn?: string;
  readonly setlId?: string;
  readonly setlTime?: CivilDateTime;
  readonly psnNo?: string;
  readonly psnName?: string;
  readonly certno?: string;
  readonly insutype?: string;
  readonly inscpAmt?: Fen;
  readonly hifpPay?: Fen;
  readonly maindiagCode?: string;
  readonly maindiagName?: string;
  readonly mdtrtareaAdmdvs?: string;
  readonly extFld?: string;
};

/** What 4905 adds to a row: which voucher comes again, and why. */
export type SentAgain = { readonly code: string; readonly no: string; readonly rea: string; readonly renamed: boolean };

/** The layout file 版式文件 of a voucher: its bytes lie under their hash. */
export type LayoutFile = {
  readonly name: string;
  readonly format: 'ofd' | 'pdf';
  readonly sha256: string;
  readonly bytes: number;
};

/** 0 处理中, 1 成功, 2 失败 (4902 ftfileSavRslt, chkRslt) */
export type CheckResult = '0' | '1' | '2';

/** One voucher of one batch: what came, and what the check found. Never changed once it is checked. */
export type VoucherUpload = {
  readonly fixmedins_code: string;
  readonly upldBchno: string;
  /** From 0, in the order of the message. */
  readonly row: number;
  readonly way: VoucherWay;
  readonly receivedAt: Instant;
  /** The batch's interval 业务区间, both days included. */
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly relation: VoucherRelation;
  readonly again?: SentAgain;
  readonly layout?: LayoutFile;
  /** The structured XML, where one was found and could be read. */
  readonly bill?: Bill;
  /** What was wrong with the files already when they came. */
  readonly fileFaults: readonly VoucherFault[];
  /** Hash of relation and files: the same voucher once more is no other one. */
  readonly content: string;
  readonly ftfileSavRslt: CheckResult;
  readonly chkRslt: CheckResult;
  readonly savFaleRea?: string;
  /** What the check found, by name. */
  readonly faults: readonly string[];
  readonly checkedAt?: Instant;
};

/** Why a voucher is not taken: the name of the case and its Chinese text. */
export type VoucherFault = { readonly fault: string; readonly text: string };

/** A batch 上传批次: one 4901 or 4905. */
export type VoucherBatch = {
  readonly fixmedins_code: string;
  readonly upldBchno: string;
  readonly way: VoucherWay;
  readonly bizStsb: string;
  readonly receivedAt: Instant;
  readonly count: number;
  /** Hash of the whole content: the same batch once more has no second effect. */
  readonly content: string;
};

/** Where a version of a voucher came from. */
export type VoucherVersion = {
  readonly upldBchno: string;
  readonly row: number;
  readonly way: VoucherWay;
  readonly receivedAt: Instant;
  readonly state: 'received' | 'failed' | 'normal';
  readonly savFaleRea?: string;
};

/**
 * received 已接收 (being checked for the first time), failed 校验失败, normal 正常, replaced 已更换: it was sent again under
 * another number.
 */
export type VoucherState = 'received' | 'failed' | 'normal' | 'replaced';

/** A voucher as the centre holds it. */
export type Voucher = VoucherKey & {
  readonly state: VoucherState;
  /** What it says by its last good version; before the first good one by the last that came. */
  readonly relation: VoucherRelation;
  /** True for a red voucher 冲红票 (elecSetlCertFlag 1). */
  readonly red: boolean;
  /** The voucher that this red one takes back. */
  readonly redOf?: { readonly code: string; readonly no: string };
  /** 冲红标志: 0 未冲红, 1 已冲红 */
  readonly rhredFlag: '0' | '1';
  readonly redBy?: { readonly code: string; readonly no: string };
  /** 报销标志: 0 未报销, 1 已报销, 2 申请中 */
  readonly reimFlag: '0' | '1' | '2';
  readonly replacedBy?: { readonly code: string; readonly no: string };
  /** Oldest first. The one in force is the last that is normal. */
  readonly versions: readonly VoucherVersion[];
};

/** The structured XML of a voucher 电子结算凭证结构化文件, as read by its table (4901 xml_file). */
export type Bill = {
  readonly billInfo: BillInfo;
  readonly mdtrtInfo: BillVisit;
  readonly feeDetl: readonly BillLine[];
  readonly diag: readonly Readonly<Record<string, string | number>>[];
  readonly oprn: readonly Readonly<Record<string, string | number>>[];
  readonly splmExtInfo?: string;
};

/** billInfo 票据信息; what a rule looks at is named. */
export type BillInfo = {
  readonly elecSetlCertCode?: string;
  readonly elecSetlCertNo?: string;
  readonly elecSetlCertChkcode?: string;
  readonly elecSetlCertType?: string;
  readonly certSetlType?: string;
  readonly mdtrtType?: string;
  /** 0 正常票, 1 冲红票 */
  readonly elecSetlCertFlag?: string;
  readonly relElecSetlCertCode?: string;
  readonly relElecSetlCertNo?: string;
  readonly supninsCode?: string;
  readonly certno?: string;
  readonly psnName?: string;
  readonly gend?: string;
  readonly biller?: string;
  readonly rechker?: string;
  readonly billAmt?: Fen;
  readonly billDate?: CivilDate;
  readonly billTime?: string;
  readonly insutype?: string;
  readonly hiNo?: string;
  readonly medSumfee?: Fen;
  readonly hifpPay?: Fen;
  readonly othPay?: Fen;
  readonly psnAcctPay?: Fen;
  readonly psnCashpay?: Fen;
  readonly psnSelfpay?: Fen;
  readonly psnOwnpay?: Fen;
  readonly prepyAmt?: Fen;
  readonly mkupAmt?: Fen;
  readonly refdAmt?: Fen;
  readonly memo?: string;
};

/** mdtrtInfo 就诊信息; what a rule looks at is named. */
export type BillVisit = {
  readonly fixmedinsCode?: string;
  readonly fixmedinsName?: string;
  readonly fixBlngAdmdvs?: string;
  readonly begntime?: CivilDateTime;
  readonly endtime?: CivilDateTime;
  readonly medType?: string;
  readonly iptOtpNo?: string;
  readonly setlId?: string;
  readonly [other: string]: string | number | undefined;
};

/** A row of feeDetlList 费用明细. Scaled as the table prints: quantity 1/10,000, price 1/1,000,000, amount 分. */
export type BillLine = {
  readonly feeOcurTime?: CivilDateTime;
  readonly cnt?: Quantity;
  readonly pric?: Price;
  readonly detItemFeeSumamt?: Fen;
  readonly medListCodg?: string;
  readonly [other: string]: string | number | undefined;
};
