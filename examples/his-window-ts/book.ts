/** What the window knows of a settlement. unknown: it knows that it does not know, and must find out. */
export type State = 'paid' | 'reversed' | 'unknown' | 'not-charged';

/** One settlement in the window's own book. */
export type Entry = {
  readonly fixmedins_code: string;
  readonly setl_id: string;
  readonly msgid: string;
  readonly mdtrt_id: string;
  readonly chrg_bchno: string;
  /** In 元 as sent. */
  readonly medfee_sumamt: string;
  readonly state: State;
};

/** The book: one entry for each message 2207, written down before the message is sent. */
export type Book = {
  readonly put: (entry: Entry) => void;
  readonly entries: () => readonly Entry[];
};

/** A book that is kept somewhere: `save` is told all of it after every change, and must not come back too early. */
export const openBook = (save: (csv: string) => void = () => undefined): Book => {
  const entries = new Map<string, Entry>();
  return {
    put: (entry) => {
      entries.set(entry.msgid, entry);
      save(csvOf([...entries.values()]));
    },
    entries: () => [...entries.values()],
  };
};

const COLUMNS = ['fixmedins_code', 'setl_id', 'msgid', 'mdtrt_id', 'chrg_bchno', 'medfee_sumamt', 'state'] as const;

/** As `kuasheng verdict` reads it. What was certainly not charged is no settlement. */
export const csvOf = (entries: readonly Entry[]): string =>
  [COLUMNS.join(','), ...entries.filter(({ state }) => state !== 'not-charged').map(rowOf), ''].join('\n');

const rowOf = (entry: Entry): string => COLUMNS.map((column) => entry[column]).join(',');
