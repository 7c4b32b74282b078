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
  /** What the hospital door says to a reversal of what is already reversed under another msgid. */
  readonly reversedAgain: 'refuse' | 'ok';
  /** The same msgid with another content: a refusal of its own, or a new message. */
  readonly reusedMsgid: 'refuse' | 'new';
  /** Gateway signature 网关签名; off accepts every header. */
  readonly signature: 'off' | 'x-tif' | 'csb' | 'x-ca';
  /** Keys of provinces at the national door, where they are not `kuasheng-` and the province's code. */
  readonly provinceKeys: Readonly<Record<string, string>>;
  /** Secrets of the gateway signature by access key. */
  readonly gatewayKeys: Readonly<Record<string, string>>;
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
  reversedAgain: 'refuse',
  reusedMsgid: 'refuse',
  signature: 'off',
  provinceKeys: {},
  gatewayKeys: {},
  journalRows: 1_000_000,
  journalDays: 0,
  bodiesMegabytes: 4_096,
};
