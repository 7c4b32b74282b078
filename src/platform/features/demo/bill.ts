import { sum, yuan } from '../../../kernel/money.ts';
import { amountAt } from './answer-values.ts';

/** A line of the bill: name as people say it, code of the catalogue, quantity, price and amount in 元 as sent. */
export type BillLine = {
  readonly name: string;
  readonly med_list_codg: string;
  readonly cnt: string;
  readonly pric: string;
  readonly det_item_fee_sumamt: string;
};

/** What a patient is treated for, where in the hospital, and what it costs (sandbox). */
export type Bill = {
  /** 门诊慢特病种 */
  readonly dise_codg: string;
  readonly dise_name: string;
  readonly diagnosis: { readonly diag_code: string; readonly diag_name: string };
  readonly dept: { readonly dept_code: string; readonly dept_name: string };
  readonly lines: readonly BillLine[];
};

/** What the bill comes to, in 元 as sent. */
export const totalOf = ({ lines }: Bill): string =>
  yuan(sum(lines.map((line) => amountAt(line, 'det_item_fee_sumamt'))));
