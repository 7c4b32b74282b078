import { CLEARING_FIGURES } from '../../rules/clearing/calendar.ts';

/**
 * How a workspace behaves where real places differ, or where a tester wants another answer. All of it is ours:
 * sandbox.
 */
export type Settings = {
  /** Refuse every breach of the table instead of listing it. */
  readonly strict: boolean;
  /** sign_no 签到流水号: taken as it comes, or demanded and checked. */
  readonly signIn: 'ignored' | 'required';
  /** Which credentials 就诊凭证 out-of-area persons may use. */
  readonly credentials: 'all' | 'card-first' | 'card-only';
  /**
   * Which tokens 电子凭证令牌 a window may use. `checked`: before 2207 by 01 the same institution has looked the token up
   * with 1101 (中山大学附属第七医院 医保移动支付开发需求书); a person's fixed token, which only the sandbox has, counts like one
   * that was scanned. `issued`: the same, and only those that the credential door handed out. `any`: 2207 needs no
   * 1101 before it.
   */
  readonly tokens: 'checked' | 'issued' | 'any';
  /** Minutes that a token lives; one public client keeps its payment credential 30. */
  readonly ecTokenMinutes: number;
  /** How the credential door answers `data`: both are met in real clients. */
  readonly ecData: 'object' | 'text';
  /** What the hospital door says to a reversal of what is already reversed under another msgid. */
  readonly reversedAgain: 'refuse' | 'ok';
  /** The same msgid with another content: a refusal of its own, or a new message. */
  readonly reusedMsgid: 'refuse' | 'new';
  /** 联调: diseases of the national list that are not yet open are let through, and nothing else. */
  readonly jointTest: boolean;
  /** Gateway signature 网关签名; off accepts every header. */
  readonly signature: 'off' | 'x-tif' | 'csb' | 'x-ca';
  /** What a hospital sends for a person 代办 (2501, 2503): approved at once, or left to the insured place's clerk. */
  readonly applications: 'approved' | 'reviewed';
  /**
   * Months after its approval in which a filing for a long stay 长期居住 cannot be changed or cancelled 变更锁定期; places may
   * set up to 6 (one public source); 0: none.
   */
  readonly filingLockMonths: number;
  /** Last day of a month on which hospitals may confirm the clearing 清分 of the month before: places differ, 5 to 8. */
  readonly clearingDeadline: number;
  /** Keys of provinces at the national door, where they are not `kuasheng-` and the province's code. */
  readonly provinceKeys: Readonly<Record<string, string>>;
  /** Secrets of the gateway signature by access key. */
  readonly gatewayKeys: Readonly<Record<string, string>>;
  /** Whether the national node itself reverses a settlement or refund that an insured place did not answer in time. */
  readonly autoReverse: boolean;
  /** Key with which the national node signs at the insured door; empty: no signature is demanded. */
  readonly nationalKey: string;
  /** Seconds of virtual time after which the centre has checked an uploaded voucher 电子结算凭证. */
  readonly voucherSeconds: number;
  /** Whether amounts and names order faults: `kuasheng fault magic`. */
  readonly magicFaults: boolean;
  /** Where an institution stands at the centre of vouchers 电子结算凭证中心 of which nothing was recorded. */
  readonly voucherOnboarding: 'none' | 'test' | 'live';
  /** Rows that the journal keeps; the oldest go first. */
  readonly journalRows: number;
  /** Days of virtual time that the journal keeps a row; 0: for ever. */
  readonly journalDays: number;
  /** Size of the raw bodies that are kept, in MiB; the oldest go first. */
  readonly bodiesMegabytes: number;
};

export const DEFAULT_SETTINGS: Settings = {
  strict: false,
  signIn: 'ignored',
  credentials: 'all',
  tokens: 'checked',
  ecTokenMinutes: 30,
  ecData: 'object',
  reversedAgain: 'refuse',
  reusedMsgid: 'refuse',
  jointTest: false,
  signature: 'off',
  applications: 'approved',
  filingLockMonths: 0,
  clearingDeadline: CLEARING_FIGURES.confirmUntil.value,
  provinceKeys: {},
  gatewayKeys: {},
  autoReverse: false,
  nationalKey: '',
  voucherSeconds: 5,
  magicFaults: false,
  voucherOnboarding: 'test',
  journalRows: 1_000_000,
  journalDays: 0,
  bodiesMegabytes: 4_096,
};
