import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { JournalRow, Store, Write } from '../../../../../src/platform/store/port.ts';
import type { JournalFilter } from '../../../../../src/platform/store/port/journal-index.ts';
import { countRows, findRows } from '../../../../../src/platform/store/sqlite/journal-thread/find-rows.ts';
import {
  openIndexedBook,
  type IndexedBook,
} from '../../../../../src/platform/store/sqlite/journal-thread/indexed-book.ts';
import { openSqliteStore } from '../../../../../src/platform/store/sqlite/open.ts';
import { journalRow } from '../../rows.ts';
import { temporaryFile } from '../temporary-file.ts';

const commit = (store: Store, ...writes: readonly Write[]): void => {
  store.writer.begin();
  store.writer.apply(writes);
  void store.writer.commit();
};

const append = (row: Partial<JournalRow>): Write => ({ kind: 'journal.append', row: journalRow(row) });

/** A book with these rows, and its index, which has taken nothing in that came after it was opened. */
const bookWith = (...rows: readonly Partial<JournalRow>[]): { store: Store; book: IndexedBook; file: string } => {
  const file = temporaryFile();
  const store = openSqliteStore({ file, synchronous: 'OFF' });
  commit(store, ...rows.map(append));
  const book = openIndexedBook(file, `${file}-index`);
  onTestFinished(() => {
    book.close();
    store.close();
  });
  return { store, book, file };
};

const takeAllIn = (book: IndexedBook): void => {
  while (book.takeIn());
};

const newest = ({ connection }: IndexedBook, filter: JournalFilter, limit = 50): number[] =>
  findRows(connection, filter, { order: 'newest', limit });

/** One message from a hospital and its two hops: the last keeps no input of its own. */
const SETTLED: readonly Partial<JournalRow>[] = [
  {
    seq: 10, trace: 'T10', infno: '2207', sender: 'H1', psn_no: 'P1', mdtrt_id: 'V1', setl_id: 'S1',
    input: '{"data":{"psn_no":"P1"}}', violations: ['input.data.psn_type:length'],
  },
  {
    seq: 11, trace: 'T10', hop: 1, door: 'national', infno: '1107', sender: '440000', psn_no: 'P1',
    input: '{"data":{"fixmedins_code":"H1","psn_name":"秦双"}}',
  },
  { seq: 12, trace: 'T10', hop: 2, door: 'insured', infno: '1107', sender: '440000', psn_no: 'P1', input: '' },
]; // prettier-ignore

const REFUSED: Partial<JournalRow> = {
  seq: 20, trace: 'T20', infno: '2204', sender: 'H2', infcode: -1, refusal: 'filing-missing',
  err_msg: '[参保地 西安市] 未查询到有效备案', at: 1_788_312_600_000,
  input: '{"feedetail":[{"mdtrt_id":"V2","psn_no":"P2","memo":"100%_\\\\"}]}',
}; // prettier-ignore

describe('rows are found', () => {
  const found: readonly (readonly [JournalFilter, readonly number[]])[] = [
    [{}, [20, 12, 11, 10]],
    [{ infno: ['2207'] }, [10]],
    [{ infno: ['2207', '2204'] }, [20, 10]],
    [{ door: ['national', 'insured'], infno: ['1107'] }, [12, 11]],
    [{ sender: ['440000'] }, [12, 11]],
    [{ institution: ['H1'] }, [12, 11, 10]],
    [{ institution: ['H1'], hop: 1 }, [11]],
    [{ trace: ['T20'] }, [20]],
    [{ psn_no: ['P2'] }, [20]],
    [{ mdtrt_id: ['V2', 'V1'] }, [20, 10]],
    [{ setl_id: ['S1'] }, [10]],
    [{ infcode: -1 }, [20]],
    [{ refusal: ['filing-missing'], institution: ['H2'] }, [20]],
    [{ refusal: ['filing-missing'], institution: ['H1'] }, []],
    [{ violations: '' }, [10]],
    [{ violations: 'psn_type:length' }, [10]],
    [{ violations: 'certno' }, []],
    [{ since: 1_788_312_600_000 }, [20]],
    [{ until: 1_788_312_599_999 }, [12, 11, 10]],
    [{ after: 10, before: 20 }, [12, 11]],
    [{ among: [10, 20, 30] }, [20, 10]],
    [{ text: '秦双' }, [11]],
    [{ text: '有效备案' }, [20]],
    [{ text: '"psn_no":"P' }, [20, 10]],
    [{ text: '100%_' }, [20]],
    [{ text: 'PSN_NO' }, []],
    [{ text: '秦双', infno: ['2207'] }, []],
    [{ text: 'psn_no', infcode: 0 }, [10]],
  ];
  it.each(found)('by %j, before the index has them and after', (filter, seqs) => {
    const { book } = bookWith(...SETTLED, REFUSED);
    expect(newest(book, filter)).toEqual(seqs);
    expect(countRows(book.connection, filter)).toBe(seqs.length);
    takeAllIn(book);
    expect(book.waiting()).toBe(0);
    expect(newest(book, filter)).toEqual(seqs);
    expect(countRows(book.connection, filter)).toBe(seqs.length);
  });

  it('oldest first, and so many at most', () => {
    const { store, book } = bookWith(...SETTLED);
    takeAllIn(book);
    commit(store, append(REFUSED));
    book.tell([20]);
    expect(findRows(book.connection, {}, { order: 'oldest', limit: 3 })).toEqual([10, 11, 12]);
    expect(newest(book, { text: 'psn_no' }, 1)).toEqual([20]);
  });

  it('as the book is read literally, whatever is looked for, taken in or not', () => {
    const character = fc.constantFrom('a', '医', '"', '%', '_', '\\', '1', 'é', '𠮷');
    const text = fc.string({ unit: character, maxLength: 12 });
    const needle = fc.string({ unit: character, minLength: 3, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 20 }), needle, fc.nat(20), (texts, wanted, told) => {
        const rows = texts.map((one, index) => ({ seq: index + 1, input: JSON.stringify({ data: one }) }));
        const { store, book } = bookWith(...rows.slice(0, told));
        takeAllIn(book);
        commit(store, ...rows.slice(told).map(append));
        book.tell(rows.slice(told).map(({ seq }) => seq));
        const held = rows.filter(({ input }) => input.includes(wanted)).map(({ seq }) => seq);
        expect(newest(book, { text: wanted })).toEqual(held.reverse());
      }),
      { numRuns: 40 },
    );
  });
});

describe('the index', () => {
  it('finds rows that were committed behind rows with higher numbers', () => {
    const { store, book } = bookWith({ seq: 5 });
    takeAllIn(book);
    commit(store, append({ seq: 3 }));
    book.tell([3]);
    expect(newest(book, {})).toEqual([5, 3]);
    takeAllIn(book);
    book.tell([3, 5]);
    expect([newest(book, {}), book.waiting()]).toEqual([[5, 3], 0]);
  });

  it('forgets what was dropped, and what was dropped while it was closed', () => {
    const { store, book, file } = bookWith(...[1, 2, 3, 4].map((seq) => ({ seq, input: '{"data":{"name":"甲乙"}}' })));
    takeAllIn(book);
    commit(store, { kind: 'journal.drop', seqs: [2] });
    book.forget([2]);
    expect(newest(book, { text: '甲乙' })).toEqual([4, 3, 1]);
    expect(countRows(book.connection, {})).toBe(3);
    book.close();
    commit(store, { kind: 'journal.drop', seqs: [3] });
    const again = openIndexedBook(file, `${file}-index`);
    onTestFinished(() => again.close());
    expect([newest(again, {}), countRows(again.connection, {}), again.waiting()]).toEqual([[4, 1], 2, 0]);
  });

  it('is made anew where its file is no index', async () => {
    const { writeFileSync } = await import('node:fs');
    const file = temporaryFile();
    const store = openSqliteStore({ file, synchronous: 'OFF' });
    commit(store, append({ seq: 1 }));
    writeFileSync(`${file}-index`, 'nothing that SQLite knows'.repeat(200));
    const book = openIndexedBook(file, `${file}-index`);
    onTestFinished(() => {
      book.close();
      store.close();
    });
    expect(newest(book, {})).toEqual([1]);
  });
});
