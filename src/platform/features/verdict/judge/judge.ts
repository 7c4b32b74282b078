import { add, asFen, subtract, sum, ZERO, type Fen } from '../../../../kernel/money.ts';
import type { HisBook, HisRow } from '../types/his-book.ts';
import type { Ledger } from '../types/ledger.ts';
import {
  VERDICTS,
  type BlamedExchange,
  type Case,
  type Sums,
  type Verdict,
  type VerdictTerms,
} from '../types/verdict.ts';
import { broken } from './broken-rules.ts';
import { secondCharges } from './double-charges.ts';
import { groupCases } from './group-cases.ts';
import { grouped } from './grouped.ts';
import { bookMoney, indexBook, type BookIndex } from './his-money.ts';
import { joinedCases } from './joined-cases.ts';
import { judgeCase } from './judge-case.ts';
import type { Message } from './message.ts';

/** What is judged: the platform's side, the HIS's own book where it has given one, and by which terms. */
export type Matter = {
  readonly ledger: Ledger;
  readonly book?: HisBook;
  readonly terms: VerdictTerms;
  readonly blames: readonly BlamedExchange[];
};

/** Cases that are judged at a stretch. */
const STRETCH = 200;

/** The verdict on everything, the gravest cases first. Pure. */
export const judge = (matter: Matter): Verdict => {
  const steps = judging(matter);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
};

/** The same with pauses, in which somebody else can have a turn. */
export function* judging({ ledger, book, terms, blames }: Matter): Generator<undefined, Verdict> {
  const groups = groupCases(ledger);
  yield;
  const seconds = secondCharges(groups);
  yield;
  const index = book && indexBook(book);
  const byFirst = grouped(seconds, ({ first }) => first);
  const grounds = { now: ledger.now, terms, secondsOf: (first: Message) => byFirst.get(first) ?? [] };
  const judged: Case[] = [];
  for (const group of joinedCases(groups, seconds)) {
    judged.push(judgeCase(group, grounds, index));
    if (judged.length % STRETCH === 0) yield;
  }
  const cases = [...judged, ...(index?.left() ?? []).map(strayRow)].toSorted(gravestFirst);
  const sums = sumsOf(ledger, index, cases);
  return {
    now: ledger.now,
    terms,
    book: book?.source ?? 'inferred',
    convicted: sums.unexplained !== 0 || cases.some(({ convicts }) => convicts),
    counts: countsOf(cases),
    sums,
    cases,
    blames,
  };
}

/** A row of the HIS's book of which the platform knows nothing. */
const strayRow = (row: HisRow): Case => {
  const { money: his, unsure } = bookMoney([row]);
  const verdict = unsure ? 'unresolved' : his === 0 ? 'consistent' : 'orphan-in-his';
  const { fixmedins_code, mdtrt_id, chrg_bchno, setl_id, msgid } = row;
  return {
    fixmedins_code,
    ...(mdtrt_id !== undefined && { mdtrt_id }),
    ...(chrg_bchno !== undefined && { chrg_bchno }),
    setl_ids: setl_id === undefined ? [] : [setl_id],
    msgids: msgid === undefined ? [] : [msgid],
    verdict,
    convicts: verdict === 'orphan-in-his',
    why: '医院的账里有，平台没有这笔',
    platform: ZERO,
    his,
    unsure,
    byBook: true,
    broken: verdict === 'orphan-in-his' ? [broken('sums-agree', [])] : [],
    evidence: [],
  };
};

const gravestFirst = (one: Case, other: Case): number =>
  VERDICTS.indexOf(one.verdict) - VERDICTS.indexOf(other.verdict) || firstSeq(one) - firstSeq(other);

const firstSeq = ({ evidence }: Case): number => evidence[0]?.seq ?? Infinity;

const countsOf = (cases: readonly Case[]): Verdict['counts'] =>
  Object.fromEntries(
    VERDICTS.map((name) => [name, cases.filter(({ verdict }) => verdict === name).length]),
  ) as Verdict['counts'];

/** Totals come from the books themselves, not from the cases: what the cases do not explain is left over. */
const sumsOf = (ledger: Ledger, book: BookIndex | undefined, cases: readonly Case[]): Sums => {
  const platform = sum(ledger.settlements.filter(({ state }) => state !== 'reversed').map(({ amount }) => amount));
  const explained = sum(cases.filter(isExplained).map(differenceOf));
  const open = sum(cases.filter((one) => !isExplained(one)).map(differenceOf));
  const his = book ? bookTotal(book, cases) : sum(cases.map(({ his }) => his));
  return { platform, his, explained, open, unexplained: asFen(subtract(platform, add(his, explained, open))) };
};

const isExplained = ({ verdict }: Case): boolean => verdict !== 'unresolved';

const differenceOf = ({ platform, his }: Case): Fen => subtract(platform, his);

/** What the HIS's book says, and for later cases what its messages let one think. */
const bookTotal = (book: BookIndex, cases: readonly Case[]): Fen => {
  const inferred = cases.filter(({ byBook }) => !byBook);
  return add(book.total(), sum(inferred.map(({ his }) => his)));
};
