import type { Settlement } from '../../../src/platform/domain/settlement.ts';
import type { Batch, Visit } from '../../../src/platform/domain/visit.ts';
import type { JournalRow, Reader } from '../../../src/platform/store/port.ts';

/** Everything that business has written, found through the journal: whatever changed a book has a row there. */
export type AllBooks = {
  readonly visits: readonly Visit[];
  readonly batches: readonly Batch[];
  readonly settlements: readonly Settlement[];
  /** Messages whose outcome is not known yet, `sender msgid`. */
  readonly unknown: ReadonlySet<string>;
  /** Oldest first. */
  readonly journal: readonly JournalRow[];
};

export const BOOKS = ['treatment', 'national', 'insured'] as const;

const isThere = <T>(value: T | undefined): value is T => value !== undefined;

export const allBooks = (reader: Reader): AllBooks => {
  const journal = reader.journal(Number.MAX_SAFE_INTEGER).reverse();
  const mdtrtIds = [...new Set(journal.map((row) => row.mdtrt_id).filter(isThere))];
  const setlIds = [...new Set(journal.map((row) => row.setl_id).filter(isThere))];
  return {
    visits: mdtrtIds.map((mdtrt_id) => reader.visit(mdtrt_id)).filter(isThere),
    batches: mdtrtIds.flatMap((mdtrt_id) => reader.batches(mdtrt_id)),
    settlements: BOOKS.flatMap((book) => setlIds.map((setl_id) => reader.settlement(book, setl_id)).filter(isThere)),
    unknown: new Set(
      (['sent', 'unknown'] as const)
        .flatMap((state) => reader.legsInState(state))
        .flatMap(({ questions }) => questions.map(({ sender, msgid }) => `${sender} ${msgid}`)),
    ),
    journal,
  };
};

/** The persons' money that no settlement has touched yet. */
export type Opening = readonly {
  readonly psn_no: string;
  readonly insutype: string;
  readonly balance: number;
  readonly accumulators: ReadonlyMap<string, number>;
}[];

const accumulatorsOf = (reader: Reader, psn_no: string, insutype: string): Map<string, number> =>
  new Map(
    reader
      .accumulators(psn_no, insutype)
      .filter(({ amount }) => amount !== 0)
      .map(({ cum_type_code, period, amount }) => [`${cum_type_code}@${period}`, amount]),
  );

/** Account and accumulators of every persona, as they are now; an accumulator of nothing is none. */
export const moneyOf = (reader: Reader): Opening =>
  reader.personas().flatMap(({ psn_no, insurances }) =>
    [...new Set(insurances.map((row) => row.insutype))].map((insutype) => ({
      psn_no,
      insutype,
      balance: reader.balance(psn_no, insutype),
      accumulators: accumulatorsOf(reader, psn_no, insutype),
    })),
  );
