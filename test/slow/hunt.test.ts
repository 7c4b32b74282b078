import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BUGS, type Bug } from '../../examples/his-window-ts/window.ts';
import { commandDriver } from '../../src/platform/cli/hunt/command-driver.ts';
import type { Driver } from '../../src/platform/features/hunt/driver.ts';
import { hunt, type Caught, type Hunting } from '../../src/platform/features/hunt/hunt.ts';
import { shrinkCaught } from '../../src/platform/features/hunt/shrink/shrink-caught.ts';
import { playStory, shrinkStory } from '../../src/platform/features/hunt/story/shrink-story.ts';
import { storyOf } from '../../src/platform/features/hunt/story/story.ts';
import { projectRoot } from '../../src/platform/project-root.ts';
import { runningServer } from '../platform/cli/running-server.ts';
import { exampleWindow } from '../support/example-window.ts';
import { taken } from '../support/taken.ts';

const HOUR = 3_600_000;

/** Fewer where time is short: the large hunt takes ten minutes of a machine of its own. */
const CAMPAIGNS = Number(process.env['KUASHENG_CAMPAIGNS'] ?? 2_000);

/** What each mistake comes to, and the rule that it breaks. */
const GUILT: Readonly<Record<Bug, readonly [verdict: string, rule: string]>> = {
  'charge-again': ['double-charged', 'one-charge'],
  'never-asks': ['orphan-on-platform', 'resolved-in-time'],
  'reverses-known': ['reversed-known-success', 'own-unknowns-only'],
};

const convictedOf = ({ first }: Caught, [verdict, rule]: readonly [string, string]): boolean =>
  first.found.some((found) => found.verdict === verdict && found.rules.includes(rule));

describe('hunts of the example windows', () => {
  const server = runningServer();
  const against = (driver: Driver, campaigns: number, seed: string): Hunting => ({
    server: { base: server.url() },
    driver,
    seed,
    campaigns,
    jobs: 2,
    prefix: 'hunt-slow',
  });

  it(
    `acquit the window that handles unknown outcomes, ${CAMPAIGNS} times`,
    async () => {
      const { played, caught, broken } = taken(await hunt(against(exampleWindow(), CAMPAIGNS, 'slow')));
      expect(caught.map(({ signature, first }) => [signature, first.campaign])).toEqual([]);
      expect(broken.map(({ campaign, end }) => [campaign.n, end.text])).toEqual([]);
      expect(played).toBe(CAMPAIGNS);
    },
    HOUR,
  );

  it.each(BUGS)(
    'convict the one that %s within 200; every way is small and comes to the same verdict again',
    async (bug) => {
      const hunting = against(exampleWindow(bug), Math.min(200, CAMPAIGNS), 'slow');
      const { caught } = taken(await hunt(hunting));
      expect(caught.map((way) => convictedOf(way, GUILT[bug]))).toContain(true);
      for (const [index, { first }] of caught.entries()) {
        const { outcome, recording } = taken(await shrinkCaught(hunting, first));
        expect(outcome.found[0]?.verdict).toBe(first.found[0]?.verdict);
        const place = { base: server.url(), workspace: `hunt-slow-story-${index}` };
        const story = taken(await shrinkStory(place, storyOf('found', outcome, recording)));
        expect(await playStory(place, story)).toEqual({ ok: true, value: true });
      }
    },
    HOUR,
  );
});

const hasJava = spawnSync('java', ['-version']).status === 0;
if (!hasJava) console.info('no JDK: the Java window is not hunted');

describe.runIf(hasJava)('hunts of the Java window', () => {
  const server = runningServer();
  const huntJava = async (...words: string[]) => {
    const folder = mkdtempSync(join(tmpdir(), 'kuasheng-java-'));
    const source = join(projectRoot(), 'examples/his-window-java/HisWindow.java');
    const compiled = spawnSync('javac', ['-d', folder, source], { encoding: 'utf8' });
    expect(compiled).toMatchObject({ status: 0, stderr: '' });
    const options = { speed: 100, patience: 120_000, timeout: 1_000 };
    const driver = commandDriver(['java', '-cp', folder, 'HisWindow', ...words], options);
    const target = { server: { base: server.url() }, driver, seed: '7', campaigns: 12, jobs: 2, prefix: 'hunt-java' };
    const hunted = await hunt(target);
    rmSync(folder, { recursive: true });
    return taken(hunted);
  };

  it(
    'acquit the correct one and convict the one that charges again',
    async () => {
      expect(await huntJava()).toMatchObject({ played: 12, caught: [], broken: [] });
      const { caught } = await huntJava('--bug', 'charge-again');
      expect(caught.map((way) => convictedOf(way, GUILT['charge-again']))).toContain(true);
    },
    HOUR,
  );
});
