import fc from 'fast-check';
import { expect } from 'vitest';
import seedrandom from 'seedrandom';
import type { Output as Registered } from '../../../src/platform/domain/national/1005.gen.ts';
import { slowPlace, type Pace } from '../../support/slow-place.ts';
import { NATIONAL_INPUTS } from '../../support/national-claim.ts';
import type { Answer } from '../../support/world.ts';
import { begin, fullMsgid, moneyOf, openStage, send, settled, type Played, type Stage } from './play.ts';
import { verdictBy, verdictOf } from './model.ts';
import { msgidOf, type Step } from './step.ts';

/** What a province does about an unknown outcome: the same message again, or its reversal. */
export type Way = 'again' | 'reverse';

export const WAYS = fc.array(fc.constantFrom<Way>('again', 'reverse'), { minLength: 12, maxLength: 12 });

const TIMEOUT = 5;
const never = new Promise<void>(() => undefined);
const later = () => new Promise<void>((resolve) => setTimeout(resolve, TIMEOUT * 2.5));

/** A stage whose insured place loses and delays, and whether messages are still on their way to it. */
export type UnsureStage = Stage & { readonly allArrived: () => Promise<void> };

/** Loses one message or answer in ten and delays another one beyond the time-out. */
export const openUnsureStage = async (seed: string): Promise<UnsureStage> => {
  const draw = seedrandom(seed);
  let afloat = 0;
  const before: Pace = async () => {
    const drawn = draw();
    if (drawn < 0.1) await never;
    afloat += 1;
    if (drawn < 0.2) await later();
  };
  const after: Pace = async () => {
    afloat -= 1;
    const drawn = draw();
    if (drawn < 0.1) await never;
    else if (drawn < 0.2) await later();
  };
  const stage = await openStage({
    insuredPlace: (_insuplc, running) => slowPlace(running, { before, after, timeoutMs: TIMEOUT }),
  });
  const allArrived = async (): Promise<void> => {
    while (afloat > 0) await new Promise((resolve) => setTimeout(resolve, 1));
  };
  return { ...stage, allArrived };
};

const isSilent = ({ err_msg }: Answer): boolean => err_msg?.includes('参保地无应答') === true;

/** Sends until somebody answers. */
const insist = async <A extends Answer>(message: () => Promise<A>): Promise<A> => {
  for (let tries = 0; tries < 200; tries += 1) {
    const answer = await message();
    if (!isSilent(answer)) return answer;
  }
  throw new Error('nobody answers');
};

type UnsurePlayed = Played & { readonly stage: UnsureStage };

/** A sequence about a registered visit: while an outcome is unknown, nothing else may be sent for it. */
export const beginVisit = async (stage: UnsureStage, round: string): Promise<UnsurePlayed> => {
  const input = NATIONAL_INPUTS['1005']?.({ ...stage.own, mdtrtsn: `440300${round}` });
  const { output } = await insist(() => stage.world.national<Registered>('1005', input, { msgid: `${round}-1005` }));
  return { ...(await begin(stage, round, output.data.mdtrt_regno)), stage };
};

/** Plays a step to a known end. */
export const playToTheEnd = async (played: UnsurePlayed, step: Step, way: Way): Promise<string> => {
  const { model, stage } = played;
  const verdict = verdictOf(model, step);
  const before = moneyOf(stage);
  const first = await send(played, step);
  if (isSilent(first) && way === 'reverse' && verdict === 'effect' && step.infno !== '1301') {
    await undo(played, step);
    return `${step.infno} undone`;
  }
  const answer = isSilent(first) ? await insist(() => send(played, step)) : first;
  settled(played, step, verdictBy(model, step, answer.infcode === 0), answer, before);
  // A refusal is not remembered: a copy that is still on its way would be decided anew, in another situation.
  if (isSilent(first) && answer.infcode !== 0) await stage.allArrived();
  return `${step.infno} ${isSilent(first) ? 'known late' : 'known'}`;
};

/** Reverses a message of unknown outcome: nothing of it is left, whether it had come or not. */
const undo = async (played: Played, step: Exclude<Step, { infno: '1301' }>): Promise<void> => {
  const { model, stage } = played;
  const omsgid = fullMsgid(played, msgidOf(step));
  const input = NATIONAL_INPUTS['1301']?.({ ...stage.own, oinfno: step.infno, omsgid });
  const answer = await insist(() => stage.world.national('1301', input, { msgid: `UNDO-${omsgid}` }));
  expect(answer.err_msg ?? '未查询到原交易').toContain('未查询到原交易');
  model.messages.set(msgidOf(step), 'dead');
  model.undone.messages.add(msgidOf(step));
  if (step.infno === '1107') model.undone.numbers.add(step.number);
  expect(moneyOf(stage).balance).toBe(model.balance);
};
