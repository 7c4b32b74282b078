import type { Reader } from '../../src/platform/store/port.ts';
import { catalogue } from '../../src/platform/transactions/catalogue.ts';
import { allBooks, moneyOf, type AllBooks, type Opening } from './audit/all-books.ts';
import { contradictions } from './audit/books-agree.ts';
import { lostMoney } from './audit/money-adds-up.ts';

/** The journal names every settlement that was written: the audit has seen them all. */
const unseen = ({ settlements, journal }: AllBooks): string[] => {
  const written = journal.flatMap((row) => row.writes).filter((kind) => kind === 'settlement.add').length;
  return written === settlements.length ? [] : [`${written} settlements written, ${settlements.length} found`];
};

const queries = new Set(catalogue.filter(({ kind }) => kind === 'query').map(({ door, infno }) => `${door}/${infno}`));

const writingQueries = ({ journal }: AllBooks): string[] =>
  journal
    .filter(({ door, infno, writes }) => queries.has(`${door}/${infno}`) && writes.length > 0)
    .map(({ door, infno, writes }) => `the query ${door}/${infno} wrote ${writes.join(', ')}`);

/** What the persons had; taken before the first message, compared with by `audit`. */
export const opening = (reader: Reader): Opening => moneyOf(reader);

/**
 * What is wrong with the books of a workspace, one sentence each: the identities of money, the three books against each
 * other, half-written rows, queries that wrote. Empty when all is well. Holds for any store.
 */
export const audit = (reader: Reader, start: Opening): string[] => {
  const books = allBooks(reader);
  return [
    ...unseen(books),
    ...writingQueries(books),
    ...contradictions(books),
    ...lostMoney(books, start, moneyOf(reader)),
  ];
};
