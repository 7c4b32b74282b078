import { describe, expect, it } from 'vitest';
import { drawCampaign } from '../../../../src/platform/features/hunt/draw/draw-campaign.ts';
import { hunt, type Hunting } from '../../../../src/platform/features/hunt/hunt.ts';
import { closeGround, openGround } from '../../../../src/platform/features/hunt/play/ground.ts';
import { playCampaign } from '../../../../src/platform/features/hunt/play/play-campaign.ts';
import { shrinkCaught } from '../../../../src/platform/features/hunt/shrink/shrink-caught.ts';
import { playStory, shrinkStory } from '../../../../src/platform/features/hunt/story/shrink-story.ts';
import { storyOf } from '../../../../src/platform/features/hunt/story/story.ts';
import type { Bug } from '../../../../examples/his-window-ts/window.ts';
import { exampleWindow } from '../../../support/example-window.ts';
import { runningServer } from '../../cli/running-server.ts';
import { taken } from '../../../support/taken.ts';

describe('a hunt', () => {
  const server = runningServer();
  const against = (bug: Bug | undefined, campaigns: number): Hunting => ({
    server: { base: server.url() },
    driver: exampleWindow(bug),
    seed: '7',
    campaigns,
    jobs: 2,
    prefix: 'hunt-test',
  });

  it('acquits the window that handles unknown outcomes, and leaves no workspace behind', async () => {
    const hunted = taken(await hunt(against(undefined, 12)));
    expect(hunted).toMatchObject({ played: 12, broken: [], caught: [] });
    const left = await fetch(`${server.url()}/_sandbox/workspaces`);
    expect((await left.json()) as object).toMatchObject({ workspaces: [{ name: 'default' }] });
  });

  it('convicts the window that charges again; the failure is small, and comes again without the window', async () => {
    const hunting = against('charge-again', 6);
    const { caught } = taken(await hunt(hunting));
    const way = caught.find(({ first }) => first.found[0]?.verdict === 'double-charged');
    if (!way) return expect.fail('nobody was charged twice');
    const { outcome, recording } = taken(await shrinkCaught(hunting, way.first));
    expect(outcome.found[0]?.rules).toContain('one-charge');
    expect(outcome.campaign.faults).toHaveLength(1);
    const place = { base: server.url(), workspace: 'hunt-test-story' };
    const story = taken(await shrinkStory(place, storyOf('found', outcome, recording)));
    expect(story.steps.length).toBeLessThan(recording.length);
    expect(await playStory(place, story)).toEqual({ ok: true, value: true });
  }, 120_000);

  it('finds that a reversal of which only a part arrived is sent again', async () => {
    const ground = taken(await openGround({ base: server.url(), workspace: 'hunt-test-cut' }));
    const faults = [
      {
        kind: 'place-down',
        when: { infno: '2207' },
        schedule: { first: 8 },
        with: { as: 'silent', timeout: 20 },
        count: 8,
      },
      { kind: 'request-cut', when: { infno: '2601' }, schedule: { nth: 1 }, count: 1 },
    ];
    const { end, found } = taken(await playCampaign(ground, exampleWindow(), { ...drawCampaign('a', 1), faults }));
    expect([end.ended, end.text, found]).toEqual([true, expect.stringContaining('已冲正'), []]);
    await closeGround(ground);
  });

  it('does not take a verdict for another one when a story is played', async () => {
    const { caught } = taken(await hunt(against('never-asks', 6)));
    const [{ first } = expect.fail('nothing was caught')] = caught;
    const { outcome, recording } = taken(await shrinkCaught(against('never-asks', 1), first));
    const other = { ...outcome, found: [{ verdict: 'double-charged', rules: ['one-charge'], why: '' }] };
    const place = { base: server.url(), workspace: 'hunt-test-other' };
    expect(await playStory(place, storyOf('other', other, recording))).toMatchObject({ ok: false });
  });

  it('says why where the sandbox cannot be had', async () => {
    const nowhere = { ...against(undefined, 1), server: { base: 'http://127.0.0.1:9' } };
    expect(await hunt(nowhere)).toMatchObject({ ok: false, error: expect.stringContaining('连不上沙箱') as string });
  });
});
