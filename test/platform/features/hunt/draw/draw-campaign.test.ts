import { describe, expect, it } from 'vitest';
import { readFault } from '../../../../../src/platform/faults/fault-form.ts';
import { drawCampaign } from '../../../../../src/platform/features/hunt/draw/draw-campaign.ts';
import { WEIGHTED_KINDS } from '../../../../../src/platform/features/hunt/draw/weighted-kinds.ts';

const numbers = Array.from({ length: 2_000 }, (_, index) => index + 1);

describe('campaigns drawn from a seed', () => {
  it('are the same for the same seed and number, and others for another seed', () => {
    expect(drawCampaign('a', 7)).toEqual(drawCampaign('a', 7));
    expect(numbers.map((n) => drawCampaign('a', n).faults)).not.toEqual(
      numbers.map((n) => drawCampaign('b', n).faults),
    );
  });

  it('draw every kind sometime, the heavier ones more often', () => {
    const drawn = numbers.flatMap((n) => drawCampaign('a', n).faults.map(({ kind }) => kind));
    const count = (kind: string) => drawn.filter((one) => one === kind).length;
    expect(WEIGHTED_KINDS.map(({ kind }) => kind).filter((kind) => count(kind) === 0)).toEqual([]);
    expect(count('answer-lost')).toBeGreaterThan(count('late-answer') * 4);
  });

  it('are taken by the control API, each of them, and end after a few firings', () => {
    const around = { now: 0, seed: 'x', personNumber: () => undefined };
    const faults = numbers.flatMap((n) => drawCampaign('a', n).faults);
    expect(faults.filter((fault) => !readFault(fault, around).ok)).toEqual([]);
    const long = faults.filter(({ count }) => count > 3);
    expect(faults.filter(({ count }) => count < 1 || count > 8)).toEqual([]);
    // What only a reversal helps against must not strike the reversal as well.
    expect(long.length).toBeGreaterThan(50);
    expect(new Set(long.map(({ kind, when }) => `${kind} ${when.infno}`))).toEqual(
      new Set(['place-down 2207', 'split-commit 2207']),
    );
  });
});
