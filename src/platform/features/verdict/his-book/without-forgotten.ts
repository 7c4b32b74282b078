import type { Reader } from '../../../store/port.ts';
import type { HisBook, HisRow } from '../types/his-book.ts';
import type { Ledger } from '../types/ledger.ts';

type Books = Pick<Reader, 'settlement' | 'settlementsByMessage' | 'settlementsOfVisit'>;

/**
 * A book without the rows of settlements that the platform has, but no messages of any more: retention took them from
 * the journal, or the sandbox's own self-run made them. They are no case, and nobody's orphans.
 */
export const withoutForgotten = (reader: Books, { settlements }: Ledger, book: HisBook): HisBook => {
  const judged = new Set(settlements.map(({ setl_id }) => setl_id));
  const isForgotten = (row: HisRow): boolean => {
    const made = madeOf(reader, row);
    return made.length > 0 && !made.some((setl_id) => judged.has(setl_id));
  };
  return { ...book, rows: book.rows.filter((row) => !isForgotten(row)) };
};

/** Settlements in the platform's book that a row names. */
const madeOf = (reader: Books, row: HisRow): string[] => {
  const { fixmedins_code, setl_id, msgid, mdtrt_id, chrg_bchno } = row;
  const found =
    setl_id !== undefined
      ? [reader.settlement('treatment', setl_id)].filter((one) => one !== undefined)
      : msgid !== undefined
        ? reader.settlementsByMessage('treatment', fixmedins_code, '2207', msgid)
        : reader.settlementsOfVisit('treatment', mdtrt_id ?? '').filter((one) => one.chrg_bchno === chrg_bchno);
  return found.filter((one) => one.fixmedins_code === fixmedins_code).map((one) => one.setl_id);
};
