import { describe, expect, it } from 'vitest';
import type { Campaign } from '../../../../../src/platform/features/hunt/campaign.ts';
import { drawCampaign } from '../../../../../src/platform/features/hunt/draw/draw-campaign.ts';
import { isSameFailure } from '../../../../../src/platform/features/hunt/shrink/shrink-caught.ts';
import { shrink, withoutOne } from '../../../../../src/platform/features/hunt/shrink/shrink.ts';
import { smallerCampaigns } from '../../../../../src/platform/features/hunt/shrink/smaller-campaigns.ts';

describe('making a failure smaller', () => {
  it('leaves what is needed and nothing else', async () => {
    const needs = (list: readonly number[]) => Promise.resolve(list.includes(3) && list.includes(8));
    expect(await shrink<readonly number[]>([1, 2, 3, 4, 8, 9], withoutOne, needs, 100)).toEqual([3, 8]);
  });

  it('stops after so many tries, with what it has', async () => {
    let tries = 0;
    const always = () => Promise.resolve((tries += 1) > 0);
    expect(await shrink<readonly number[]>([1, 2, 3, 4], withoutOne, always, 2)).toEqual([3, 4]);
    expect(tries).toBe(2);
  });

  it('ends at one plain fault where any fault of 2207 will do', async () => {
    const strikes = ({ faults }: Campaign) => Promise.resolve(faults.some(({ when }) => when.infno === '2207'));
    for (let n = 1; n <= 200; n += 1) {
      const campaign = drawCampaign('a', n);
      if (!(await strikes(campaign))) continue;
      const { faults, boxes, patient } = await shrink(campaign, smallerCampaigns, strikes, 1_000);
      expect(faults).toEqual([
        { kind: 'answer-lost', with: { how: 'rst' }, when: { infno: '2207' }, schedule: { nth: 1 }, count: 1 },
      ]);
      expect([boxes, patient.persona]).toEqual([1, 'xian-worker-hypertension-diabetes']);
    }
  });

  it('keeps to one failure: the gravest verdict, for one of the same reasons', () => {
    const found = (verdict: string, ...rules: string[]) => [{ verdict, rules, why: '' }];
    const double = found('double-charged', 'one-charge', 'sums-agree');
    expect(isSameFailure(double, found('double-charged', 'one-charge'))).toBe(true);
    expect(isSameFailure(double, found('orphan-on-platform', 'sums-agree'))).toBe(false);
    expect(isSameFailure(double, found('double-charged', 'back-off'))).toBe(false);
    expect(isSameFailure(double, [])).toBe(false);
  });
});
