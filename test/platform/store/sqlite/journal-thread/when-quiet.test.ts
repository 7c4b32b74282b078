import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { whenQuiet } from '../../../../../src/platform/store/sqlite/journal-thread/when-quiet.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Work of so many pieces, each of 10 ms. */
const working = (pieces: number) => {
  const done: number[] = [];
  const quiet = whenQuiet(
    10,
    async () => {
      await new Promise((resolve) => setTimeout(resolve, 10));
      done.push(done.length);
      return done.length < pieces;
    },
    1_000,
  );
  return { done, quiet };
};

describe('work for quiet times', () => {
  it('begins when enough has happened and then nothing for a while', async () => {
    const { done, quiet } = working(3);
    quiet.stirred(9);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(done).toHaveLength(0);
    quiet.stirred(1);
    await vi.advanceTimersByTimeAsync(900);
    quiet.stirred(1);
    await vi.advanceTimersByTimeAsync(900);
    expect(done).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(200);
    expect(done).toHaveLength(3);
  });

  it('ends when something happens, and goes on in the next pause', async () => {
    const { done, quiet } = working(100);
    quiet.stirred(10);
    await vi.advanceTimersByTimeAsync(1_025);
    quiet.stirred(1);
    await vi.advanceTimersByTimeAsync(900);
    const before = done.length;
    expect(before).toBeLessThan(5);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(done).toHaveLength(100);
    quiet.stop();
  });

  it('is left when it is stopped', async () => {
    const { done, quiet } = working(100);
    quiet.stirred(10);
    quiet.stop();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(done).toHaveLength(0);
  });
});
