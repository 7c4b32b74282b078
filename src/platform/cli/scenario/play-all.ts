import type { Scenario } from '../../features/scenario/scenario.ts';
import { needsRestart } from '../../features/scenario/scenario.ts';
import { runScenario, type Place, type ScenarioPlayed } from '../../features/scenario/run/run-scenario.ts';
import type { Stagehand } from '../../features/scenario/run/scene.ts';

/** How scenarios are played. */
export type Playing = {
  readonly place: Omit<Place, 'workspace'>;
  /** The sandbox is ours: scenarios that restart it get one of their own. */
  readonly own: boolean;
  /** So many at once. */
  readonly jobs: number;
  /** Begins the names of workspaces. */
  readonly prefix: string;
  readonly tell: (scenario: Scenario, text: string) => void;
  /** Each scenario that was played, in the order in which they were asked for. */
  readonly played: (result: ScenarioPlayed) => void;
};

/** Plays scenarios, several at once, and tells them in their order. */
export const playAll = async (scenarios: readonly Scenario[], playing: Playing): Promise<readonly ScenarioPlayed[]> => {
  const results: ScenarioPlayed[] = [];
  let [next, told] = [0, 0];
  const work = async (): Promise<void> => {
    for (let at = next++; at < scenarios.length; at = next++) {
      const scenario = scenarios[at];
      if (scenario) results[at] = await playOne(scenario, at, playing);
      for (let result = results[told]; result !== undefined; result = results[told]) {
        told += 1;
        playing.played(result);
      }
    }
  };
  await Promise.all(Array.from({ length: playing.jobs }, work));
  return results;
};

const playOne = async (scenario: Scenario, at: number, playing: Playing): Promise<ScenarioPlayed> => {
  const place = { ...playing.place, workspace: `${playing.prefix}-${at + 1}` };
  const tell: Stagehand['tell'] = (text) => playing.tell(scenario, text);
  if (!playing.own || !needsRestart(scenario)) return runScenario(place, scenario, { tell });
  const { openOwnSandbox } = await import('./own-sandbox.ts');
  const own = await openOwnSandbox();
  try {
    return await runScenario({ ...place, base: own.url }, scenario, { tell, restart: own.restart });
  } finally {
    await own.close();
  }
};
