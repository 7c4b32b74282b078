import fc from 'fast-check';
import { expect } from 'vitest';
import type { Output as Settled } from '../../../src/platform/transactions/hospital/2207-outpatient-settle/wire.gen.ts';
import { faultOf } from '../../kernel/fault/rows.ts';
import { audit, opening } from '../../support/audit.ts';
import { openWindow, type Window } from '../../support/window.ts';
import { openTestWorld, type Answer, type TestWorld } from '../../support/world.ts';

/** What the place does to a message; undefined: it answers as usual. */
const STRIKES = {
  slow: { kind: 'place-slow', with: { ms: 15, timeout: 4 } },
  silent: { kind: 'place-down', with: { as: 'silent', timeout: 4 } },
  refuses: { kind: 'place-down', with: { as: 'refuse', text: '暂不可用', timeout: 4 } },
  alone: { kind: 'split-commit', with: { leg: 'place-only', timeout: 4 } },
} as const;

type Strike = keyof typeof STRIKES | 'none';

/** What the window does next. together: the settlement and its reversal at once. wait: late answers arrive. */
type Step =
  | { readonly do: 'settle' | 'reverse' | 'reverse-anew' | 'settle-twice'; readonly strike: Strike }
  | { readonly do: 'together'; readonly strike: Strike }
  | { readonly do: 'other' | 'wait'; readonly strike: 'none' };

const strikes = fc.constantFrom<Strike>('slow', 'silent', 'refuses', 'alone', 'alone', 'none');
const DEEDS = ['settle', 'settle', 'settle', 'reverse', 'reverse-anew', 'settle-twice', 'together'] as const;
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constantFrom(...DEEDS), strike: strikes }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('other', 'wait'), strike: fc.constant('none') }) },
);
export const STEPS = fc.array(step, { minLength: 2, maxLength: 7 });

/** A world, and what is wrong with its books. */
export type Stage = { readonly world: TestWorld; readonly faults: () => unknown[] };

export const openStage = async (): Promise<Stage> => {
  const world = await openTestWorld();
  const start = opening(world.world.store.reader);
  return { world, faults: () => [...audit(world.world.store.reader, start), ...world.defects] };
};

type Count = (kind: string) => void;

/** One visit: its messages keep their numbers. */
type Round = {
  readonly world: TestWorld;
  readonly window: Window;
  readonly name: string;
  readonly count: Count;
  /** Reversals that were sent: each of them must come to an end. */
  readonly reversals: Set<string>;
};

const BOOKS = ['treatment', 'national', 'insured'] as const;

/** Numbers of what stands of the visit in a book. */
const standing = ({ world, window }: Round, book: (typeof BOOKS)[number]): string[] =>
  world.world.store.reader
    .settlementsOfVisit(book, window.mdtrt_id)
    .filter(({ state }) => state === 'effective')
    .map(({ setl_id }) => setl_id);

const meaning = ({ infcode, err_msg }: Answer): string => {
  if (infcode === 0) return 'done';
  return err_msg?.includes('无应答') === true ? 'unknown' : 'refused';
};

const settle = async (round: Round): Promise<Answer<Settled>> => {
  const answer = await round.window.settle('B1', 1000, `${round.name}S`);
  round.count(`settle ${meaning(answer)}`);
  return answer;
};

const reverse = async (round: Round, msgid: string): Promise<Answer> => {
  round.reversals.add(msgid);
  const answer = await round.window.reverse(`${round.name}S`, '2207', msgid);
  round.count(`reverse ${meaning(answer)}`);
  return answer;
};

const lateAnswers = async ({ world }: Round): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve, 25));
  await world.world.queue.idle();
};

const play = async (round: Round, deed: Step['do']): Promise<unknown> => {
  const { window, name, reversals } = round;
  switch (deed) {
    case 'settle':
      return settle(round);
    case 'settle-twice':
      return Promise.all([settle(round), settle(round)]);
    case 'reverse':
      return reverse(round, `${name}R`);
    case 'reverse-anew':
      return reverse(round, `${name}R${reversals.size}`);
    case 'together':
      return Promise.all([settle(round), reverse(round, `${name}R`)]);
    case 'other':
      return window.settle('B1', 1000, `${name}O`);
    case 'wait':
      return lateAnswers(round);
  }
};

const MONEY = { infno: ['2207', '2601'] };
const disarm = (world: TestWorld) => world.add({ kind: 'fault.drop', id: faultOf().id });

/** Plays the steps, then asks until every outcome is known, and settles the visit if nothing stands. */
export const playRound = async ({ world }: Stage, steps: readonly Step[], count: Count): Promise<void> => {
  const window = await openWindow(world, { persona: 'xian-worker-hypertension-diabetes', dise_codg: 'M03900' });
  await window.upload('B1', 1000);
  const round = { world, window, count, name: 'H44030099001P', reversals: new Set<string>() };
  for (const { do: deed, strike } of steps) {
    await disarm(world);
    if (strike !== 'none') await world.add({ kind: 'fault.put', fault: faultOf({ ...STRIKES[strike], when: MONEY }) });
    await play(round, deed);
    for (const book of BOOKS) expect(standing(round, book).length).toBeLessThanOrEqual(1);
  }
  await disarm(world);
  await toTheEnd(round);
};

const toTheEnd = async (round: Round): Promise<void> => {
  await lateAnswers(round);
  await settle(round);
  for (const msgid of [...round.reversals]) await reverse(round, msgid);
  const last = await settle(round);
  expect(round.world.world.store.reader.openLegOfVisit(round.window.mdtrt_id)).toBeUndefined();
  const books = () => BOOKS.map((book) => standing(round, book));
  if (last.infcode === 0) expect(books()).toEqual(BOOKS.map(() => [last.output.setlinfo.setl_id]));
  if (books()[0]?.length === 0) expect((await round.window.settle('B1', 1000)).err_msg).toBeNull();
  const [one] = books();
  expect(one).toHaveLength(1);
  expect(books()).toEqual([one, one, one]);
};
