import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { oneAtATime } from '../../../src/platform/workspace/one-at-a-time.ts';

describe('work in order', () => {
  it('begins when the work before has ended', async () => {
    const inOrder = oneAtATime();
    const steps: string[] = [];
    const work = (name: string) => async () => {
      steps.push(`${name} begins`);
      await setImmediate();
      steps.push(`${name} ends`);
      return name;
    };
    expect(await Promise.all([inOrder(work('a')), inOrder(work('b'))])).toEqual(['a', 'b']);
    expect(steps).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  });

  it('goes on after work that failed, and tells the failure to its own caller', async () => {
    const inOrder = oneAtATime();
    const failed = inOrder(() => Promise.reject(new Error('disk full')));
    const next = inOrder(() => Promise.resolve('done'));
    await expect(failed).rejects.toThrow('disk full');
    expect(await next).toBe('done');
  });
});
