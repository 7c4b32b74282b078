import type { Book } from './book.ts';

/** What the patient hands over, and what the doctor wrote. */
export type Patient = {
  readonly card_no: string;
  readonly card_sn: string;
  /** Where the patient is insured 参保地. */
  readonly insuplc_admdvs: string;
  /** 门诊慢特病种 */
  readonly dise_codg: string;
  readonly dise_name: string;
  /** Boxes of the drug. */
  readonly boxes: number;
};

/** Three mistakes that real windows make, to see how they are found. */
export const BUGS = ['charge-again', 'never-asks', 'reverses-known'] as const;

export type Bug = (typeof BUGS)[number];

/** A cashier's window: where it sends, for which hospital, how long it waits, and its own book. */
export type Window = {
  /** Address of the platform with the workspace: `http://127.0.0.1:8686/w/team-a`. */
  readonly doors: string;
  readonly fixmedins_code: string;
  readonly fixmedins_name: string;
  /** 就医地 */
  readonly mdtrtarea_admvs: string;
  /** So long an answer is waited for, in milliseconds. */
  readonly timeoutMs: number;
  readonly book: Book;
  /** Civil time: `2026-09-01 10:00:00`. */
  readonly now: () => string;
  readonly sleep: (seconds: number) => Promise<void>;
  readonly say: (text: string) => void;
  readonly bug?: Bug;
  /** sign_no 签到流水号, as the last sign-in told it. */
  signNo: string;
  /** Messages so far: the end of msgid. */
  serial: number;
};
