import { sum, type Fen } from '../../../../kernel/money.ts';
import type { HisBook, HisRow } from '../types/his-book.ts';
import { isOutdated, speaksOf } from './book-cover.ts';
import type { Message } from './message.ts';
import type { HisMoney } from './money.ts';

/** The rows of a HIS's book, each found once. */
export type BookIndex = {
  /** What the book says of these messages, undefined: nothing. A row belongs to the first case that asks for it. */
  readonly moneyOf: (messages: readonly Message[]) => HisMoney | undefined;
  /** Rows that no case has asked for. */
  readonly left: () => readonly HisRow[];
  /** What all of its rows come to, without those that were asked for and that it does not speak of. */
  readonly total: () => Fen;
};

export const indexBook = (book: HisBook): BookIndex => {
  const { rows, covers } = book;
  const byKey = new Map<string, HisRow[]>();
  for (const row of rows) for (const key of keysOf(row)) byKey.set(key, [...(byKey.get(key) ?? []), row]);
  const taken = new Set<HisRow>();
  const ignored = new Set<HisRow>();
  const take = (messages: readonly Message[]): HisRow[] => {
    const found = new Set(messages.flatMap((message) => keysOfMessage(message).flatMap((key) => byKey.get(key) ?? [])));
    const own = [...found].filter((row) => !taken.has(row));
    own.forEach((row) => taken.add(row));
    return own;
  };
  return {
    moneyOf: (messages) => {
      const own = take(messages);
      // A row that was given speaks for itself until more is done; one of a statement only inside its cover.
      const itself = !covers && own.length > 0 && !isOutdated(book, messages);
      if (speaksOf(book, messages) || itself) return bookMoney(own);
      own.forEach((row) => ignored.add(row));
      return undefined;
    },
    left: () => rows.filter((row) => !taken.has(row)),
    total: () => bookMoney(rows.filter((row) => !ignored.has(row))).money,
  };
};

/** The strongest key of a row decides: two batches may have the same number, two settlements never. */
const keysOf = ({ fixmedins_code, setl_id, msgid, mdtrt_id, chrg_bchno }: HisRow): string[] => {
  if (setl_id !== undefined) return [`${fixmedins_code} setl ${setl_id}`];
  if (msgid !== undefined) return [`${fixmedins_code} msgid ${msgid}`];
  return [`${fixmedins_code} batch ${mdtrt_id ?? ''} ${chrg_bchno ?? ''}`];
};

const keysOfMessage = ({ fixmedins_code, msgid, made, sends }: Message): string[] => {
  const batches = [...(made ? [made] : []), ...sends].flatMap(({ mdtrt_id, chrg_bchno }) =>
    mdtrt_id === undefined ? [] : [`${fixmedins_code} batch ${mdtrt_id} ${chrg_bchno ?? ''}`],
  );
  const settled = made ? [`${fixmedins_code} setl ${made.setl_id}`] : [];
  return [...settled, `${fixmedins_code} msgid ${msgid}`, ...new Set(batches)];
};

/** What these rows come to: only what is paid stands. Unsure where the HIS says that it does not know. */
export const bookMoney = (rows: readonly HisRow[]): HisMoney => ({
  money: sum(rows.flatMap(({ state, medfee_sumamt }) => (state === 'paid' ? [medfee_sumamt] : []))),
  unsure: rows.some(({ state }) => state === 'unknown'),
});
