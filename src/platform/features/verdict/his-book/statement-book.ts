import { asFen } from '../../../../kernel/money.ts';
import type { Settlement } from '../../../domain/settlement.ts';
import type { DetailRow } from '../../../domain/statement/detail-file.ts';
import { outside, type StatementAsked } from '../../../domain/statement/statement-rows.ts';
import type { Reader } from '../../../store/port.ts';
import { grouped } from '../judge/grouped.ts';
import type { HisBook, HisRow } from '../types/his-book.ts';
import type { Ledger, LedgerSettlement } from '../types/ledger.ts';
import { newestStatement, type Statement, type StatementSource } from './newest-statement.ts';

/** What the HIS itself has said of its book by the newest 3202 of each institution; undefined where none has. */
export const statementBook = (source: StatementSource, { events, settlements }: Ledger): HisBook | undefined => {
  const byInstitution = [...grouped(events, ({ fixmedins_code }) => fixmedins_code).values()];
  const parts = byInstitution
    .flatMap((own) => newestStatement(source, own) ?? [])
    .map((statement) => partOf(source.reader, statement, settlements));
  if (parts.length === 0) return undefined;
  const covers = parts.map(({ cover }) => cover);
  const institutions = covers.map(({ fixmedins_code }) => fixmedins_code);
  return { source: 'statement', at: source.now, institutions, rows: parts.flatMap(({ rows }) => rows), covers };
};

const partOf = (reader: Reader, statement: Statement, settlements: readonly LedgerSettlement[]) => {
  const { fixmedins_code, asked, rows, before } = statement;
  const own = settlements.filter((row) => row.fixmedins_code === fixmedins_code);
  const inBook = (setl_id: string): Settlement | undefined => {
    const row = reader.settlement('treatment', setl_id);
    return row?.fixmedins_code === fixmedins_code ? row : undefined;
  };
  const setl_ids = new Set(own.map(({ setl_id }) => setl_id).filter((setl_id) => isAsked(inBook(setl_id), asked)));
  // What the platform has outside of the cover is not the statement's; what it has not at all is the HIS's alone.
  const spoken = firstOfEach(rows).filter(({ setl_id }) => setl_ids.has(setl_id) || !inBook(setl_id));
  const refunded = refundedBy(rows, own);
  return {
    cover: { fixmedins_code, setl_ids, before },
    rows: spoken.map((row) => hisRow(fixmedins_code, row, refunded)),
  };
};

/** A reversed settlement was to be reconciled, had the HIS it still. */
const isAsked = (row: Settlement | undefined, asked: StatementAsked): boolean =>
  row !== undefined && outside(row.state === 'reversed' ? { ...row, state: 'effective' } : row, asked) === undefined;

/** A settlement is named once: as 3202 has it, the first row counts. */
const firstOfEach = (rows: readonly DetailRow[]): DetailRow[] =>
  [...grouped(rows, ({ setl_id }) => setl_id).values()].flatMap(([first]) => first ?? []);

/** Refunds that the file names, and what they refund: a HIS may flag the refund alone, or neither. */
const refundedBy = (rows: readonly DetailRow[], own: readonly LedgerSettlement[]): ReadonlySet<string> => {
  const named = new Set(rows.map(({ setl_id }) => setl_id));
  const refunds = own.filter(({ setl_id }) => named.has(setl_id));
  return new Set(refunds.flatMap(({ setl_id, refundOf }) => (refundOf === undefined ? [] : [setl_id, refundOf])));
};

/** Flagged are a refund and what it refunds, neither stands; a refund's amount may come with its sign or without. */
const hisRow = (fixmedins_code: string, row: DetailRow, refunded: ReadonlySet<string>): HisRow => {
  const { setl_id, mdtrt_id, medfee_sumamt, refd_setl_flag } = row;
  const stands = refd_setl_flag !== '1' && medfee_sumamt >= 0 && !refunded.has(setl_id);
  return {
    fixmedins_code,
    setl_id,
    ...(mdtrt_id !== '' && { mdtrt_id }),
    medfee_sumamt: asFen(Math.abs(medfee_sumamt)),
    state: stands ? 'paid' : 'refunded',
  };
};
