import { describe, expect, it } from 'vitest';
import { openOwnSandbox } from '../../src/platform/cli/scenario/own-sandbox.ts';
import { needsHis, needsRestart, type Scenario } from '../../src/platform/features/scenario/scenario.ts';
import { runningServer } from '../platform/cli/running-server.ts';
import { failuresOf, playHashed, shippedLibrary } from '../platform/features/scenario/shipped.ts';
import { addressTold, exampleHis } from '../support/example-his.ts';

/** The example HIS begins when it is told for the first time what to do. */
const withHis = () => {
  let working: Promise<void> | undefined;
  return {
    tell: (text: string): void => {
      if (addressTold(text) !== '') working ??= exampleHis(addressTold(text));
    },
    ended: async (): Promise<void> => working,
  };
};

describe('every shipped scenario', () => {
  const server = runningServer();
  const { scenarios } = shippedLibrary();
  const named = (which: (scenario: Scenario) => boolean) =>
    scenarios.filter(which).map((scenario) => [scenario.name, scenario] as const);

  it.each(named((one) => !needsRestart(one) && !needsHis(one)))(
    '%s is green, twice the same',
    async (name, scenario) => {
      const first = await playHashed(server.url(), scenario, { workspace: `a-${scenarios.indexOf(scenario)}` });
      const second = await playHashed(server.url(), scenario, { workspace: `b-${scenarios.indexOf(scenario)}` });
      expect(failuresOf(first.played)).toEqual([]);
      expect(second.hash, name).toBe(first.hash);
    },
  );

  it.each(named(needsRestart))('%s is green with a sandbox that is stopped and started', async (_name, scenario) => {
    const own = await openOwnSandbox();
    try {
      const { played } = await playHashed(own.url, scenario, { workspace: 'restarted', restart: own.restart });
      expect(failuresOf(played)).toEqual([]);
    } finally {
      await own.close();
    }
  });

  it.each(named(needsHis))('%s is green with the example HIS', async (_name, scenario) => {
    const his = withHis();
    const workspace = `his-${scenarios.indexOf(scenario)}`;
    const { played } = await playHashed(server.url(), scenario, { workspace, tell: his.tell });
    expect(failuresOf(played)).toEqual([]);
    await his.ended().catch(() => undefined);
  });
});
