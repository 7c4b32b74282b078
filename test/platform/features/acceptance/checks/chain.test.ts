import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkChain } from '../../../../../src/platform/features/acceptance/checks/chain.ts';
import type { Exchange } from '../../../../../src/platform/features/acceptance/evidence/exchange.ts';
import {
  groundsOf,
  openTape,
  playChain,
  RESIDENT,
  RETIREE,
  trafficOf,
  WORKER,
  type Patient,
  type Tape,
} from '../../../../support/acceptance-tape.ts';

const DISEASE = 'M05300';

const checked = (tape: { readonly exchanges: readonly Exchange[] }, disease = DISEASE) =>
  checkChain(disease, trafficOf(tape).index, groundsOf());

const silence = { ok: false, refusal: 'insured-place-silent' };

describe('the full chain of row 15', () => {
  it('is demanded twice in a row of each population', () => {
    const tape = openTape();
    for (const patient of [WORKER, RETIREE, RESIDENT]) {
      playChain(tape, patient, DISEASE);
      playChain(tape, patient, DISEASE);
    }
    const finding = checked(tape);
    expect(finding).toMatchObject({ required: 6, seen: 6, lacking: [] });
    expect(finding.evidence).toHaveLength(6 * 7);
  });

  it('says who lacks how many runs, and how far one under way has come', () => {
    const tape = openTape();
    playChain(tape, WORKER, DISEASE);
    const first = tape.settle(WORKER, DISEASE);
    tape.reverse(tape.refund(first));
    expect(checked(tape)).toMatchObject({
      seen: 1,
      lacking: ['职工在职同一人还差 1 遍（正在进行，已完成 3 步）', '职工退休同一人还差 2 遍', '居民同一人还差 2 遍'],
      population: 'active',
    });
  });

  it('leaves the residents out where they are explained', () => {
    expect(checkChain(DISEASE, trafficOf(openTape()).index, groundsOf({ residentsExcused: true })).required).toBe(4);
  });

  it('must be whole: a reversal of another message, or a missing one, is no run', () => {
    const tape = openTape();
    const [first, other] = [tape.settle(WORKER, DISEASE), tape.settle(WORKER, DISEASE)];
    tape.reverse(tape.refund(first));
    tape.reverse(other);
    tape.refund(tape.settle(WORKER, DISEASE));
    tape.settle(WORKER, DISEASE);
    expect(checked(tape).seen).toBe(0);
  });

  it('does not mind what is repeated, tried or refused for a reason of the business in between', () => {
    const tape = openTape();
    const first = tape.settle(WORKER, DISEASE);
    const refund = tape.refund(first);
    tape.refund(first, refund);
    tape.put('1107', { ...first, seq: 100, repeated: true });
    tape.reverse(first, { ok: false, refusal: 'original-refunded' });
    tape.reverse(refund);
    tape.put('1106', {});
    tape.reverse(first);
    tape.refund(tape.settle(WORKER, DISEASE));
    tape.settle(WORKER, DISEASE);
    expect(checked(tape).seen).toBe(1);
  });

  it('may follow other settlements, and begin with the second of two refunded ones', () => {
    const tape = openTape();
    tape.settle(WORKER, DISEASE);
    tape.reverse(tape.refund(tape.settle(WORKER, DISEASE)));
    playChain(tape, WORKER, DISEASE);
    expect(checked(tape).seen).toBe(1);
  });
});

describe('a system error', () => {
  it('begins the count anew, until two runs in a row are there', () => {
    const tape = openTape();
    playChain(tape, WORKER, DISEASE);
    tape.settle(WORKER, DISEASE, silence);
    playChain(tape, WORKER, DISEASE);
    expect(checked(tape)).toMatchObject({ seen: 1, note: expect.stringContaining('系统报错 1 次') as string });
    playChain(tape, WORKER, DISEASE);
    expect(checked(tape).seen).toBe(2);
  });

  it('in the middle of a run spoils that run', () => {
    const tape = openTape();
    const first = tape.settle(WORKER, DISEASE);
    const refund = tape.refund(first);
    tape.reverse(refund, { ok: false, refusal: 'platform-error' });
    tape.reverse(refund);
    tape.reverse(first);
    tape.refund(tape.settle(WORKER, DISEASE));
    tape.settle(WORKER, DISEASE);
    expect(checked(tape).seen).toBe(0);
  });

  it('that names nobody counts against everybody; of another disease against nobody', () => {
    const tape = openTape();
    playChain(tape, WORKER, DISEASE);
    tape.settle(WORKER, 'M06900', silence);
    playChain(tape, WORKER, DISEASE);
    expect(checked(tape).seen).toBe(2);
    const other = openTape();
    playChain(other, WORKER, DISEASE);
    other.put('1107', { ok: false, refusal: 'platform-error' });
    playChain(other, WORKER, DISEASE);
    expect(checked(other).seen).toBe(1);
  });

  it('after two runs in a row takes nothing back', () => {
    const tape = openTape();
    playChain(tape, WORKER, DISEASE);
    playChain(tape, WORKER, DISEASE);
    tape.settle(WORKER, DISEASE, silence);
    expect(checked(tape).seen).toBe(2);
  });
});

describe('M08300', () => {
  const short = (tape: Tape): void => {
    tape.reverse(tape.refund(tape.settle(WORKER, 'M08300')));
    tape.settle(WORKER, 'M08300');
  };

  it('prints a chain of its own; that and the common one are taken', () => {
    const tape = openTape();
    short(tape);
    playChain(tape, WORKER, 'M08300');
    expect(checked(tape, 'M08300').seen).toBe(2);
  });

  it('alone prints it', () => {
    const tape = openTape();
    tape.reverse(tape.refund(tape.settle(WORKER, DISEASE)));
    tape.settle(WORKER, DISEASE);
    expect(checked(tape).seen).toBe(0);
  });
});

describe('the tests of two persons', () => {
  type Move = (tape: Tape, state: Map<string, Exchange>) => void;

  /** The moves of a run one by one, a system error in some of their places. */
  const movesOf = (patient: Patient, breaks: readonly boolean[]): Move[] => {
    const name = (step: string) => patient.psn_no + step;
    const keep = (step: string, make: (tape: Tape, state: Map<string, Exchange>) => Exchange): Move => {
      return (tape, state) => void state.set(name(step), make(tape, state));
    };
    const kept = (state: Map<string, Exchange>, step: string): Exchange => {
      const found = state.get(name(step));
      if (!found) throw new Error(`${step} came before`);
      return found;
    };
    const run = [
      keep('a', (tape) => tape.settle(patient, DISEASE)),
      keep('b', (tape, state) => tape.refund(kept(state, 'a'))),
      keep('c', (tape, state) => tape.reverse(kept(state, 'b'))),
      keep('d', (tape, state) => tape.reverse(kept(state, 'a'))),
      keep('e', (tape) => tape.settle(patient, DISEASE)),
      keep('f', (tape, state) => tape.refund(kept(state, 'e'))),
      keep('g', (tape) => tape.settle(patient, DISEASE)),
    ];
    const error = keep('x', (tape) => tape.settle(patient, DISEASE, silence));
    return [...run, ...run].flatMap((move, at) => (breaks[at] === true ? [error, move] : [move]));
  };

  const play = (moves: readonly Move[]) => {
    const [tape, state] = [openTape(), new Map<string, Exchange>()];
    for (const move of moves) move(tape, state);
    const { seen, lacking } = checked(tape);
    return { seen, lacking };
  };

  it('come to the same, however they are mixed', () => {
    const often = fc.array(fc.boolean(), { minLength: 14, maxLength: 14 });
    const rarely = fc.array(
      fc.nat(9).map((n) => n === 0),
      { minLength: 14, maxLength: 14 },
    );
    const second = fc.constantFrom(RETIREE, { ...WORKER, psn_no: 'P9' });
    const order = fc.array(fc.boolean(), { minLength: 40, maxLength: 40 });
    fc.assert(
      fc.property(fc.oneof(rarely, often), rarely, second, order, (left, right, patient, turns) => {
        const [a, b] = [movesOf(WORKER, left), movesOf(patient, right)];
        const [restA, restB] = [[...a], [...b]];
        const mixed: Move[] = [];
        for (const turn of turns) mixed.push(...(turn ? restA : restB).splice(0, 1));
        mixed.push(...restA, ...restB);
        expect(play(mixed)).toEqual(play([...a, ...b]));
      }),
      { numRuns: 300 },
    );
  });
});
