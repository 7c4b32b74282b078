import { describe, expect, it } from 'vitest';
import { FAULT_KINDS } from '../../../../../src/platform/faults/kinds.ts';
import { ANSWER_AFTER, seenOf } from '../../../../../src/platform/features/verdict/reading/answers-seen.ts';

describe('what a HIS can have of an answer', () => {
  it('is said of every kind of fault', () => {
    const kinds = FAULT_KINDS.map(({ kind }) => kind);
    expect(new Set(Object.keys(ANSWER_AFTER))).toEqual(new Set(kinds));
  });

  it.each([
    ['sent', [], 'whole'],
    ['cut', [], 'none'],
    ['unknown', [], 'doubtful'],
    [undefined, [], 'doubtful'],
    ['sent', ['delay'], 'late'],
    ['cut', ['delay'], 'none'],
    ['sent', ['money-altered'], 'doubtful'],
    ['sent', ['delay', 'money-altered'], 'doubtful'],
    [undefined, ['answer-lost'], 'none'],
    ['sent', ['a kind of tomorrow'], 'doubtful'],
  ] as const)('%s, struck by %j: %s', (delivery, kinds, seen) => {
    expect(seenOf({ delivery, kinds, unwatched: false })).toBe(seen);
  });

  it('is whole where nobody watches and nothing struck', () => {
    expect(seenOf({ delivery: undefined, kinds: [], unwatched: true })).toBe('whole');
  });
});
