/** Numbers that the platform gives out: a new world may give others, and from then on they stand for the old ones. */
const GIVEN: ReadonlySet<string> = new Set([
  'mdtrt_id', 'setl_id', 'mdtrt_regno', 'mdtrtsn', 'sign_no', 'file_qury_no', 'trt_dcla_detl_sn', 'cash_payamt_id',
]); // prettier-ignore

/** Which new number stands for which old one. */
export type Ids = {
  /**
   * True where both numbers mean the same: they are equal, or the field is one of those given out and agrees so far.
   */
  readonly same: (code: string, before: string, now: string) => boolean;
  /** A text with its old numbers replaced. */
  readonly renewed: (text: string) => string;
};

export const idsOf = (): Ids => {
  const now = new Map<string, string>();
  return {
    same: (code, before, after) => {
      const known = now.get(before);
      if (known !== undefined || !GIVEN.has(code)) return (known ?? before) === after;
      if (before !== after) now.set(before, after);
      return true;
    },
    renewed: (text) => [...now].reduce((renewed, [before, after]) => renewed.replaceAll(before, after), text),
  };
};
