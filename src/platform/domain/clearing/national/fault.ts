import type { Admdvs } from '../../../../kernel/admdvs.ts';
import type { CivilDate } from '../../../../kernel/civil-time.ts';
import type { Fen } from '../../../../kernel/money.ts';
import type { Period } from '../../../../rules/clearing/period.ts';

/** What goes wrong with the list of a treatment province on a day 对账. */
export type ListFault = {
  readonly id: string;
  readonly kind: 'missing' | 'extra' | 'amount-differs' | 'reversed-but-listed';
  readonly province: Admdvs;
  readonly date: CivilDate;
  /** Which row; absent: the first of the day that fits. */
  readonly setl_id?: string;
  /** Of amount-differs: by how much the list says more. Of extra: the amount of the row. */
  readonly amount?: Fen;
};

/** A province that does not do its part in clearing: until the fault is taken away, or in one month alone. */
export type ConductFault = {
  readonly id: string;
  /**
   * rejects: does not confirm its table 有异议; pays-partly: transfers half of what is left at a time; late: does nothing
   * when it is due 逾期.
   */
  readonly kind: 'rejects' | 'pays-partly' | 'late';
  readonly province: Admdvs;
  readonly period?: Period;
  readonly reason?: string;
};

/** A fault of clearing that a tester has set. */
export type ClearingFault = ListFault | ConductFault;

export const isListFault = (fault: ClearingFault): fault is ListFault => 'date' in fault;

/** Whether a province behaves so in the clearing of a month. */
export const behaves = (
  faults: readonly ClearingFault[],
  kind: ConductFault['kind'],
  province: Admdvs,
  period: Period,
): ConductFault | undefined =>
  faults.find(
    (fault): fault is ConductFault =>
      fault.kind === kind && fault.province === province && (fault.period ?? period) === period,
  );
