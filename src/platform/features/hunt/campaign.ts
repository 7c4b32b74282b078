/** A fault as it is armed at the control API. */
export type FaultRule = {
  readonly kind: string;
  readonly when: { readonly infno: string };
  readonly schedule: Schedule;
  readonly scope?: string;
  readonly with?: Readonly<Record<string, string | number>>;
  /** Firings after which it heals: a HIS that keeps on must come through in the end. */
  readonly count: number;
};

export type Schedule =
  | { readonly nth: number }
  | { readonly first: number }
  | { readonly every: number }
  | { readonly rate: number; readonly seed: string };

/** Whom the window treats, and for what. */
export type HuntPatient = { readonly persona: string; readonly dise_codg: string; readonly dise_name: string };

/** One try at a HIS: a patient, a bill, and what goes wrong meanwhile. The same numbers are the same campaign. */
export type Campaign = {
  readonly seed: string;
  /** 1, 2 …: which of that seed. */
  readonly n: number;
  readonly patient: HuntPatient;
  /** Boxes of the drug: makes the sums differ. */
  readonly boxes: number;
  readonly faults: readonly FaultRule[];
};

/** When every campaign begins, in civil time of the workspace. */
export const BEGINS = '2026-09-01 10:00:00';

/** Of the population of every campaign's workspace. */
export const PEOPLE = 'hunt';
