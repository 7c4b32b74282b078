import { expect } from 'vitest';
import { asFen } from '../../../src/kernel/money.ts';
import type { Output as Settled } from '../../../src/platform/domain/national/1107.gen.ts';
import { audit, opening } from '../../support/audit.ts';
import type { Opening } from '../../support/audit/all-books.ts';
import type { Values } from '../../support/example-of.ts';
import { NATIONAL_INPUTS } from '../../support/national-claim.ts';
import { valuesOf } from '../../support/play-catalogue.ts';
import { HOSPITAL, openTestWorld, type Answer, type TestWorld, type TestWorldOptions } from '../../support/world.ts';
import { apply, newModel, settlementUnder, verdictOf, type Model, type Moved } from './model.ts';
import { msgidOf, type Step } from './step.ts';

/** A world in which one visitor of 南京 comes again and again, and what a stage needs to send messages about it. */
export type Stage = {
  readonly world: TestWorld;
  readonly own: Values;
  readonly start: Opening;
  /** Into accounts, by person, beside what settlements moved. */
  readonly paidIn: Map<string, number>;
};

export const openStage = async (options: TestWorldOptions = {}): Promise<Stage> => {
  const world = await openTestWorld(options);
  const own = { ...valuesOf(world, 'xian-acceptance-worker', HOSPITAL), mdtrtarea: '440300', dise_codg: 'M06900' };
  return { world, own, start: opening(world.world.store.reader), paidIn: new Map() };
};

const holderOf = ({ own }: Stage) => ({ psn_no: own['psn_no'] ?? '', insutype: own['insutype'] ?? '' });

/** Pays in, or takes away, so that the account pays for one visit and not for two: not every refund can be undone. */
const refill = async (stage: Stage, balance: number): Promise<void> => {
  const holder = holderOf(stage);
  const amount = asFen(balance - moneyOf(stage).balance);
  await stage.world.add({ kind: 'account.add', ...holder, amount });
  stage.paidIn.set(holder.psn_no, (stage.paidIn.get(holder.psn_no) ?? 0) + amount);
};

/** What is on the account and in the accumulators of the visitor. */
export const moneyOf = (stage: Stage) => {
  const { reader } = stage.world.world.store;
  const { psn_no, insutype } = holderOf(stage);
  const used = reader
    .accumulators(psn_no, insutype)
    .map(({ cum_type_code, period, amount }) => [`${cum_type_code}@${period}`, amount as number] as const);
  return { balance: reader.balance(psn_no, insutype) as number, used: new Map(used) };
};

type Money = ReturnType<typeof moneyOf>;

const movedBetween = (before: Money, after: Money): Moved => ({
  account: before.balance - after.balance,
  accumulators: new Map([...after.used].map(([key, amount]) => [key, amount - (before.used.get(key) ?? 0)])),
});

/** One sequence as it is played: its own msgids and visit numbers, the model, and the answers that it got. */
export type Played = {
  readonly stage: Stage;
  readonly round: string;
  readonly model: Model;
  readonly numbers: Map<number, string>;
  readonly answers: Map<string, Answer<Settled>>;
  readonly regno?: string;
};

export const begin = async (stage: Stage, round: string, regno?: string): Promise<Played> => {
  await refill(stage, 25_000);
  const { balance, used } = moneyOf(stage);
  const model = newModel(balance, used);
  return { stage, round, model, numbers: new Map(), answers: new Map(), ...(regno !== undefined && { regno }) };
};

const mdtrtsnOf = ({ round }: Played, number: number): string => `440300${round}N${number}`;

export const fullMsgid = ({ round }: Played, msgid: string): string => `${round}-${msgid}`;

/** Sends the message of a step. */
export const send = (played: Played, step: Step): Promise<Answer<Settled>> => {
  const { stage, regno, numbers } = played;
  const values: Record<string, string> = { ...stage.own, ...(regno !== undefined && { mdtrt_regno: regno }) };
  if (step.infno === '1301') {
    values['oinfno'] = step.oinfno;
    values['omsgid'] = fullMsgid(played, msgidOf({ infno: step.oinfno, msg: step.omsg }));
  } else {
    values['mdtrtsn'] = mdtrtsnOf(played, step.number);
    values['setl_sn'] = numbers.get(step.number) ?? 'A6101002609019999999';
  }
  const input = NATIONAL_INPUTS[step.infno]?.(values);
  return stage.world.national<Settled>(step.infno, input, { msgid: fullMsgid(played, msgidOf(step)) });
};

/** Plays one step: the answer is what the model says, and so is the money afterwards. Tells what it was. */
export const play = async (played: Played, step: Step): Promise<string> => {
  const { model, stage } = played;
  const verdict = verdictOf(model, step);
  const before = moneyOf(stage);
  const answer = await send(played, step);
  settled(played, step, verdict, answer, before);
  return `${step.infno} ${verdict}${answer.err_msg?.includes('账户余额已被使用') === true ? ', account spent' : ''}`;
};

/** Takes down an answer, and compares it with the verdict and the money with the model's. */
export const settled = (
  played: Played,
  step: Step,
  verdict: ReturnType<typeof verdictOf>,
  answer: Answer<Settled>,
  before: Money,
): void => {
  const { model, stage, numbers, answers } = played;
  const said = `${JSON.stringify(step)} is ${verdict}: ${String(answer.err_msg)}`;
  expect(answer.infcode === 0, said).toBe(!verdict.startsWith('refused'));
  const after = moneyOf(stage);
  const isSettlement = step.infno === '1107' && verdict === 'effect';
  const moved = isSettlement ? movedBetween(before, after) : undefined;
  if (moved) {
    expect(moved.account, said).toBe(Math.round(answer.output.setlinfo.acct_payamt * 100));
    numbers.set((step as { number: number }).number, answer.output.setlinfo.setl_sn);
  }
  if (verdict === 'repeated') expect(answer.bytes).toBe(answers.get(msgidOf(step))?.bytes);
  if (verdict === 'effect' || verdict === 'idle') answers.set(msgidOf(step), answer);
  apply(model, step, verdict, moved);
  expect(printed(after), said).toBe(printed(model));
};

const printed = ({ balance, used }: { balance: number; used: ReadonlyMap<string, number> }): string =>
  JSON.stringify([balance, [...used].filter(([, amount]) => amount !== 0).sort(([a], [b]) => (a < b ? -1 : 1))]);

/** At the end both books behind the treatment place hold what the model holds, one effective settlement a number. */
export const compareBooks = (played: Played): void => {
  const { stage, model, numbers } = played;
  const { reader } = stage.world.world.store;
  for (const book of ['national', 'insured'] as const) {
    for (const number of [0, 1, 2]) {
      const rows = reader.settlementsByVisitNumber(book, mdtrtsnOf(played, number));
      const effective = rows.filter((row) => row.refundOf === undefined && row.state === 'effective');
      const expected = settlementUnder(model, number);
      expect(effective.length).toBe(expected?.state === 'effective' ? 1 : 0);
      if (!expected) continue;
      const setl_id = numbers.get(number) ?? '';
      expect(reader.settlement(book, setl_id)?.state).toBe(expected.state);
      const standing = reader.refundsOf(book, setl_id).filter(({ state }) => state === 'effective');
      expect(standing.length).toBe(expected.refunds.filter(({ reversed }) => !reversed).length);
    }
  }
};

/** What is wrong with the whole stage. */
export const faultsOf = ({ world, start, paidIn, own }: Stage): string[] => {
  const had = start.map((account) => {
    const paid = account.insutype === own['insutype'] ? (paidIn.get(account.psn_no) ?? 0) : 0;
    return { ...account, balance: account.balance + paid };
  });
  return [...world.defects.map((defect) => `defect: ${String(defect)}`), ...audit(world.world.store.reader, had)];
};
