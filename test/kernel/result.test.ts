import { describe, expect, it } from 'vitest';
import { must } from '../../src/kernel/assert.ts';
import { fail, ok, type Result } from '../../src/kernel/result.ts';

const half = (amount: number): Result<number, string> => (amount % 2 === 0 ? ok(amount / 2) : fail('odd'));

describe('a result', () => {
  it('is a value, or the reason why there is none', () => {
    expect(half(4)).toEqual({ ok: true, value: 2 });
    expect(half(3)).toEqual({ ok: false, error: 'odd' });
  });

  it('tells the compiler which of the two it is', () => {
    const result = half(4);
    expect(result.ok ? result.value.toString() : result.error.length).toBe('2');
  });
});

describe('must', () => {
  it('is silent about what is true and throws for what cannot be', () => {
    expect(() => must(true, 'parts add up')).not.toThrow();
    expect(() => must(false, 'parts add up')).toThrow('impossible: parts add up');
  });
});
