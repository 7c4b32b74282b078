import type { JournalFilter } from '../../store/port/journal-index.ts';
import type { JournalDesk } from '../journal-desk.ts';
import { closeRows } from './close-rows.ts';
import type { Expectation, Verdict } from './expectation.ts';
import { judgeSum } from './judge-sum.ts';
import { seen } from './seen.ts';

type Of<K extends Expectation['kind']> = Extract<Expectation, { readonly kind: K }>;

/** Rows that a verdict shows. */
const SHOWN = 5;

type Judge<K extends Expectation['kind']> = (
  journal: JournalDesk,
  wanted: Of<K>,
  isGone: () => boolean,
) => Promise<Verdict>;

const shownRows = async (journal: JournalDesk, match: JournalFilter) =>
  journal.rows(await journal.index.find(match, { order: 'newest', limit: SHOWN }));

const judgeCount: Judge<'count'> = async (journal, { match, equals, atLeast, atMost }) => {
  const count = await journal.index.count(match);
  const tooFew = count < (atLeast ?? equals ?? 0);
  const tooMany = count > (atMost ?? equals ?? Infinity);
  const bounds = [
    ...(equals === undefined ? [] : [`等于 ${equals}`]),
    ...(atLeast === undefined ? [] : [`至少 ${atLeast}`]),
    ...(atMost === undefined ? [] : [`至多 ${atMost}`]),
  ].join('、');
  return {
    kind: 'count',
    passed: !tooFew && !tooMany,
    message: `共 ${count} 条，应${bounds}`,
    rows: await shownRows(journal, match),
    closest: tooFew ? await closeRows(journal, match) : [],
  };
};

const judgeOrder: Judge<'order'> = async (journal, { matches }) => {
  const found: number[] = [];
  for (const [at, match] of matches.entries()) {
    const after = found.at(-1);
    const bounded = after === undefined ? match : { ...match, after: Math.max(after, match.after ?? 0) };
    const [next] = await journal.index.find(bounded, { order: 'oldest', limit: 1 });
    if (next === undefined) {
      const where = after === undefined ? '' : `，在序号 ${after} 之后`;
      return {
        kind: 'order',
        passed: false,
        message: `第 ${at + 1} 步没有找到${where}`,
        rows: journal.rows(found),
        closest: await closeRows(journal, bounded),
      };
    }
    found.push(next);
  }
  return { kind: 'order', passed: true, message: `${found.length} 步按序出现`, rows: journal.rows(found), closest: [] };
};

const judgeEventually: Judge<'eventually'> = async (journal, { match, within }, isGone) => {
  const [first] = await seen(journal, match, within, isGone);
  const passed = first !== undefined;
  return {
    kind: 'eventually',
    passed,
    message: passed ? `已出现，序号 ${first}` : `${within} 秒内没有出现`,
    rows: passed ? journal.rows([first]) : [],
    closest: passed ? [] : await closeRows(journal, match),
  };
};

const judgeNone: Judge<'none'> = async (journal, { match, after }) => {
  const from = typeof after === 'object' ? (await journal.index.find(after, { order: 'oldest', limit: 1 }))[0] : after;
  if (after !== undefined && from === undefined) {
    return { kind: 'none', passed: false, message: 'after 所指的报文没有出现', rows: [], closest: [] };
  }
  const bounded = from === undefined ? match : { ...match, after: Math.max(from, match.after ?? 0) };
  const count = await journal.index.count(bounded);
  return {
    kind: 'none',
    passed: count === 0,
    message: count === 0 ? '没有出现' : `出现了 ${count} 条`,
    rows: count === 0 ? [] : await shownRows(journal, bounded),
    closest: [],
  };
};

const JUDGES: { readonly [K in Expectation['kind']]: Judge<K> } = {
  count: judgeCount,
  order: judgeOrder,
  eventually: judgeEventually,
  none: judgeNone,
  sum: judgeSum,
};

/** Holds an expectation against the journal as it is, or for `eventually` as it becomes while somebody waits for it. */
export const judge = (journal: JournalDesk, expectation: Expectation, isGone: () => boolean): Promise<Verdict> =>
  (JUDGES[expectation.kind] as Judge<Expectation['kind']>)(journal, expectation, isGone);
