import { sum } from '../../../../kernel/money.ts';
import type { HisBook, HisRow } from '../types/his-book.ts';
import type { Message } from './message.ts';
import type { HisMoney } from './money.ts';

/** The rows of a HIS's book, each found once. */
export type BookIndex = {
  /** Rows of these messages; a row belongs to the first case that asks for it. */
  readonly rowsOf: (messages: readonly Message[]) => readonly HisRow[];
  /** Rows that no case has asked for. */
  readonly left: () => readonly HisRow[];
  readonly covers: (fixmedins_code: string, last: number) => boolean;
};

export const indexBook = ({ rows, institutions, at }: HisBook): BookIndex => {
  const byKey = new Map<string, HisRow[]>();
  for (const row of rows) for (const key of keysOf(row)) byKey.set(key, [...(byKey.get(key) ?? []), row]);
  const taken = new Set<HisRow>();
  return {
    rowsOf: (messages) => {
      const found = new Set(
        messages.flatMap((message) => keysOfMessage(message).flatMap((key) => byKey.get(key) ?? [])),
      );
      const own = [...found].filter((row) => !taken.has(row));
      own.forEach((row) => taken.add(row));
      return own;
    },
    left: () => rows.filter((row) => !taken.has(row)),
    covers: (fixmedins_code, last) => institutions.includes(fixmedins_code) && last <= at,
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
