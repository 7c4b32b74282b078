import type { CivilDate } from '../../kernel/civil-time.ts';
import type { Fen } from '../../kernel/money.ts';

/**
 * A paper bill that a patient brought to the insured province 手工报销票据, or that looks wrong: what an inquiry 费用协查 asks
 * about. It names nobody. Which fields the real module wants is not known (sandbox).
 */
export type PaperBill = {
  /** Code 定点医药机构编号 or name of the institution that issued it. */
  readonly hospital: string;
  /** 票据号码 */
  readonly bill_no: string;
  /** 医疗类别: 21 inpatient … */
  readonly med_type: string;
  /** First and last day of the stay, or of the visits. */
  readonly from_date: CivilDate;
  readonly to_date: CivilDate;
  readonly total: Fen;
};

/** What the treatment province found: 属实, 不属实, 金额不符 (sandbox). */
export const FINDINGS = ['genuine', 'not-genuine', 'amount-differs'] as const;
export type Finding = (typeof FINDINGS)[number];
