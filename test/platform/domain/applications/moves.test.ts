import { describe, expect, it } from 'vitest';
import { instantOf } from '../../../../src/kernel/civil-time.ts';
import type { Application, ApplicationState } from '../../../../src/platform/domain/application.ts';
import { moveStop, MOVES } from '../../../../src/platform/domain/applications/moves.ts';
import { filingRow, personRow, qualificationRow } from '../../store/rows.ts';

const BY = { role: 'insured', place: '610100' } as const;
const at = instantOf('2026-09-01 10:00:00');

const inState = (kind: 'filing' | 'qualification', state: ApplicationState): Application => {
  const applied = {
    trt_dcla_detl_sn: 'N1',
    psn_no: personRow().psn_no,
    insuplc: '610100',
    appliedOn: '2026-09-01',
    steps: [{ state, at }],
  } as const;
  return kind === 'filing' ? { ...applied, kind, asked: filingRow() } : { ...applied, kind, asked: qualificationRow() };
};

const STATES = ['applied', 'accepted', 'approved', 'rejected', 'cancelled', 'changed', 'terminated'] as const;

const movesOf = (kind: 'filing' | 'qualification') =>
  STATES.map((from) => [from, STATES.filter((to) => moveStop(inState(kind, from), to, BY) === undefined)]);

describe('what may follow what', () => {
  it('a filing may be decided at once, taken back, and changed once it holds', () => {
    expect(movesOf('filing')).toEqual([
      ['applied', ['accepted', 'approved', 'rejected', 'cancelled']],
      ['accepted', ['approved', 'rejected', 'cancelled']],
      ['approved', ['cancelled', 'changed']],
      ['rejected', []],
      ['cancelled', []],
      ['changed', []],
      ['terminated', []],
    ]);
  });

  it('a qualification is accepted before it is decided, and terminated by the place', () => {
    expect(movesOf('qualification')).toEqual([
      ['applied', ['accepted', 'cancelled']],
      ['accepted', ['approved', 'rejected', 'cancelled']],
      ['approved', ['cancelled', 'terminated']],
      ['rejected', []],
      ['cancelled', []],
      ['changed', []],
      ['terminated', []],
    ]);
  });

  it('nothing comes back to where it began', () => {
    const next = Object.values(MOVES).flatMap((moves) => Object.values(moves).flat());
    expect(next).not.toContain('applied');
  });
});

describe('a move that is not allowed', () => {
  it('says the state and what is possible', () => {
    expect(moveStop(inState('qualification', 'applied'), 'approved', BY)).toMatchObject({
      refused: 'application-state',
      text: 'N1 已申请，不能审核通过；现在可以：受理、撤销',
    });
  });

  it('says that nothing is, where all is done', () => {
    expect(moveStop(inState('filing', 'rejected'), 'cancelled', BY)?.text).toBe(
      'N1 审核未通过，不能撤销；已办结，如有需要请重新申请',
    );
  });
});
