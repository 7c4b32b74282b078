import { describe, expect, it } from 'vitest';
import { throttle } from '../../../src/virtual-devices/socket/limits.ts';
import { isAllowedOrigin } from '../../../src/virtual-devices/socket/origin.ts';

describe('the throttle', () => {
  it('lets so many pass at once, and then so many a second', () => {
    const mayPass = throttle({ perSecond: 10, atOnce: 5 });
    const passed = (now: number, count: number) =>
      Array.from({ length: count }, () => mayPass(now)).filter(Boolean).length;
    expect(passed(0, 9)).toBe(5);
    expect(passed(100, 9)).toBe(1);
    expect(passed(400, 9)).toBe(3);
    expect(passed(60_000, 9)).toBe(5);
  });

  it('is not fooled by a clock that is set back', () => {
    const mayPass = throttle({ perSecond: 10, atOnce: 1 });
    expect([mayPass(10_000), mayPass(0), mayPass(0)]).toEqual([true, false, false]);
  });
});

describe('an origin', () => {
  it.each([
    [undefined, true],
    ['http://localhost:5173', true],
    ['http://127.0.0.1', true],
    ['http://[::1]:8080', true],
    ['https://his.example', true],
    ['https://his.example:444', false],
    ['http://his.example', false],
    ['https://127.0.0.1.evil.example', false],
    ['https://localhost.evil.example', false],
    ['null', false],
    ['', false],
  ])('%s is let in: %s', (origin, expected) => {
    expect(isAllowedOrigin(origin, ['https://his.example'])).toBe(expected);
  });

  it('of a file, or of a frame that hides its own, is let in only where it was allowed', () => {
    expect(isAllowedOrigin('null', [])).toBe(false);
    expect(isAllowedOrigin('null', ['null'])).toBe(true);
  });
});
