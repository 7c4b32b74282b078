import { beforeEach, describe, expect, it } from 'vitest';
import { instantOf } from '../../../src/kernel/civil-time.ts';
import { virtualClock, type Wall } from '../../../src/platform/time/virtual-clock.ts';

const at = instantOf('2026-09-01 10:00:00');
let wallNow: number;
const wall: Wall = { now: () => wallNow };

beforeEach(() => {
  wallNow = 1_000_000;
});

describe('a clock', () => {
  it('reads the time of the machine', () => {
    const clock = virtualClock(wall, { mode: 'real' });
    expect(clock.now()).toBe(1_000_000);
    wallNow += 5;
    expect(clock.tick()).toBe(1_000_005);
  });

  it('runs from another moment on, so many times as fast', () => {
    const clock = virtualClock(wall, { mode: 'running', wall: wallNow, at, speed: 60 });
    wallNow += 1_000;
    expect(clock.now()).toBe(at + 60_000);
    expect(clock.wallUntil(at + 120_000)).toBe(1_000);
    expect(clock.wallUntil(at)).toBe(0);
  });

  it('stands still when frozen, and reaches nothing by itself', () => {
    const clock = virtualClock(wall, { mode: 'frozen', at });
    wallNow += 1_000;
    expect([clock.tick(), clock.now(), clock.wallUntil(at + 1)]).toEqual([at, at, undefined]);
  });

  it('moves on by a step with every message, not with a look at it', () => {
    const clock = virtualClock(wall, { mode: 'stepped', at, step: 1_000 });
    expect([clock.now(), clock.tick(), clock.tick(), clock.now()]).toEqual([at, at, at + 1_000, at + 2_000]);
  });

  it('goes on in its own way from a moment to which it is moved', () => {
    const running = virtualClock(wall, { mode: 'running', wall: 0, at: 0, speed: 60 });
    expect(running.at(at)).toEqual({ mode: 'running', wall: wallNow, at, speed: 60 });
    expect(virtualClock(wall, { mode: 'real' }).at(at)).toEqual({ mode: 'running', wall: wallNow, at, speed: 1 });
    expect(virtualClock(wall, { mode: 'frozen', at: 0 }).at(at)).toEqual({ mode: 'frozen', at });
  });
});
