import { isDeepStrictEqual } from 'node:util';
import { reach } from '../../../src/kernel/admdvs.ts';
import { REIMBURSED } from '../../../src/platform/domain/reimbursement.ts';
import type { Settlement } from '../../../src/platform/domain/settlement.ts';
import type { AllBooks } from './all-books.ts';

const isMain = (row: Settlement): boolean => row.refundOf === undefined;
const stands = (row: Settlement): boolean => row.state !== 'reversed';

const repeated = (keys: readonly string[]): string[] => keys.filter((key, index) => keys.indexOf(key) !== index);

/** One effective settlement per fee batch, and in the other two books per national visit number. */
const oneEffective = ({ settlements }: AllBooks): string[] => {
  const effective = settlements.filter((row) => isMain(row) && row.state === 'effective');
  const keys = effective.map(({ book, mdtrt_id, chrg_bchno, mdtrtsn }) =>
    book === 'treatment' ? `batch ${mdtrt_id} ${chrg_bchno ?? ''}` : `${book} visit number ${mdtrtsn ?? ''}`,
  );
  return repeated(keys).map((key) => `${key} has two effective settlements`);
};

/** A batch is settled exactly when an effective settlement of the treatment place names it. */
const batchesAgree = ({ batches, settlements }: AllBooks): string[] => {
  const effective = settlements.filter((row) => row.book === 'treatment' && isMain(row) && row.state === 'effective');
  const holderOf = (mdtrt_id: string, chrg_bchno: string) =>
    effective.find((row) => row.mdtrt_id === mdtrt_id && row.chrg_bchno === chrg_bchno)?.setl_id;
  const wrong = batches.filter((batch) => batch.settledBy !== holderOf(batch.mdtrt_id, batch.chrg_bchno));
  const gone = effective.filter(
    (row) => !batches.some((batch) => batch.mdtrt_id === row.mdtrt_id && batch.chrg_bchno === row.chrg_bchno),
  );
  return [
    ...wrong.map((batch) => `batch ${batch.mdtrt_id} ${batch.chrg_bchno} is not settled by what it says`),
    ...gone.map((row) => `settlement ${row.setl_id} has lost its batch`),
  ];
};

/** The books that must have a settlement: the national node sees nothing of a person of the same province. */
const booksOf = ({ mdtrtarea, insuplc }: Settlement): string[] =>
  reach(mdtrtarea, insuplc) === 'cross-province' ? ['national', 'insured'] : ['insured'];

/** Nothing is half-written: what one book has, the books behind it have, in the same state, with the same amounts. */
const rowsAgree = ({ settlements }: AllBooks): string[] => {
  const found = new Map(settlements.map((row) => [`${row.book} ${row.setl_id}`, row]));
  const inner = (row: Settlement): string[] => booksOf(row).filter((book) => book !== row.book);
  return settlements
    .filter((row) => row.book !== 'insured')
    .flatMap((row) =>
      inner(row).flatMap((book) => {
        const other = found.get(`${book} ${row.setl_id}`);
        if (!other) return [`${row.book} ${row.setl_id} is not in the book ${book}`];
        const same = other.state === row.state && isDeepStrictEqual(other.shares, row.shares);
        return same ? [] : [`${row.book} ${row.setl_id} (${row.state}) differs in the book ${book} (${other.state})`];
      }),
    );
};

/**
 * What stands at the insured place was told to whoever asked it, the national node or within a province the hospital,
 * or it is not known yet.
 */
const nobodyAlone = ({ settlements, unknown }: AllBooks): string[] => {
  const found = new Set(settlements.map((row) => `${row.book} ${row.setl_id}`));
  return settlements
    .filter((row) => row.book === 'insured' && stands(row) && row.infno !== REIMBURSED)
    .filter(({ sender, msgid }) => !unknown.has(`${sender} ${msgid}`))
    .filter((row) => !found.has(`${booksOf(row).includes('national') ? 'national' : 'treatment'} ${row.setl_id}`))
    .map((row) => `insured ${row.setl_id} (${row.state}) stands at the insured place alone`);
};

/**
 * A message that made something at the insured place made it everywhere on its way, or nowhere. A success with a text
 * is an answer that came too late and only was written down.
 */
const wholeMessages = ({ journal }: AllBooks): string[] => {
  const traces = new Map<string, boolean[]>();
  for (const { infcode, err_msg, repeated: again, trace, writes, via } of journal) {
    // What a province's own system wrote stands in its own journal.
    if (infcode !== 0 || err_msg !== undefined || again || via === 'remote') continue;
    traces.set(trace, [...(traces.get(trace) ?? []), writes.includes('settlement.add')]);
  }
  return [...traces]
    .filter(([, made]) => made.includes(true) && made.includes(false))
    .map(([trace]) => `message ${trace} made a settlement on a part of its way only`);
};

/** A settlement is refunded exactly when one refund stands against it, and the two add up to nothing. */
const refundsAgree = ({ settlements }: AllBooks): string[] =>
  settlements.filter(isMain).flatMap((row) => {
    const refunds = settlements.filter((other) => other.book === row.book && other.refundOf === row.setl_id);
    const standing = refunds.filter(stands);
    const expected = row.state === 'refunded' ? 1 : 0;
    if (standing.length !== expected)
      return [`${row.book} ${row.setl_id} (${row.state}) has ${standing.length} refunds`];
    const whole = standing.every((refund) => refund.shares.medfee_sumamt + row.shares.medfee_sumamt === 0);
    return whole ? [] : [`${row.book} ${row.setl_id} and its refund do not add up to nothing`];
  });

/** Where the three books contradict each other or themselves. */
export const contradictions = (books: AllBooks): string[] =>
  [oneEffective, batchesAgree, rowsAgree, nobodyAlone, wholeMessages, refundsAgree].flatMap((check) => check(books));
