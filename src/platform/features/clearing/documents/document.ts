import type { Fen } from '../../../../kernel/money.ts';

/** A cell: a text, a count, or an amount in 分; nothing where there is nothing to say. */
export type Cell = string | number | { readonly fen: Fen } | null;

/** A document of clearing as data: what is printed and what stands in a workbook are made from it alone. */
export type ClearingDocument = {
  /** Of the file and the sheet: letters and digits. */
  readonly name: string;
  readonly title: string;
  /** What stands under the title, each a name and a value. */
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** The last row 合计. */
  readonly total: readonly Cell[];
  /** Whence the form is, and what of it is ours. */
  readonly note: string;
};

export const money = (fen: Fen): Cell => ({ fen });

/** True for an amount. */
export const isMoney = (cell: Cell): cell is { readonly fen: Fen } => typeof cell === 'object' && cell !== null;
