import { blamesOf, type TableAbout } from './blame/blame-of.ts';
import { keptBook } from './his-book/kept-book.ts';
import type { StatementSource } from './his-book/newest-statement.ts';
import { withoutForgotten } from './his-book/without-forgotten.ts';
import { statementBook } from './his-book/statement-book.ts';
import { judging, type Matter } from './judge/judge.ts';
import { readLedger, type LedgerSource } from './reading/read-ledger.ts';
import type { HisBook } from './types/his-book.ts';
import type { Verdict, VerdictTerms } from './types/verdict.ts';

/** T is half an hour, resends lie a second apart, unless the user says otherwise: both are ours. */
export const DEFAULT_TERMS: VerdictTerms = { within: 1800, backOff: 1 };

/** Where the verdict reads, and what it knows of the interface tables. */
export type VerdictSource = LedgerSource &
  StatementSource & { readonly tableOf: (infno: string) => TableAbout | undefined };

/** Reads what happened in a workspace and judges the HIS. */
export const verdictOf = async (source: VerdictSource, terms: VerdictTerms = DEFAULT_TERMS): Promise<Verdict> => {
  const ledger = await readLedger(source);
  const given = ofInstitution(keptBook(source.reader), source.institution);
  const book = given ? withoutForgotten(source.reader, ledger, given) : statementBook(source, ledger);
  const blames = blamesOf(ledger.events, source.tableOf);
  return unhurried({ ledger, ...(book && { book }), terms, blames }, source.breathe);
};

/** Cashiers must not stall behind a day of settlements. */
const unhurried = async (matter: Matter, breathe: () => Promise<void>): Promise<Verdict> => {
  const steps = judging(matter);
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    await breathe();
  }
};

/** Of a book of several institutions the part of one. */
const ofInstitution = (book: HisBook | undefined, institution: string | undefined): HisBook | undefined => {
  if (!book || institution === undefined) return book;
  const institutions = book.institutions.filter((code) => code === institution);
  const rows = book.rows.filter(({ fixmedins_code }) => fixmedins_code === institution);
  return institutions.length === 0 ? undefined : { ...book, institutions, rows };
};
