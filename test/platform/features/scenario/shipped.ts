import { join } from 'node:path';
import { readLibrary, scenarioFiles } from '../../../../src/platform/features/scenario/file/library.ts';
import { runScenario, type ScenarioPlayed } from '../../../../src/platform/features/scenario/run/run-scenario.ts';
import type { Stagehand } from '../../../../src/platform/features/scenario/run/scene.ts';
import type { Scenario } from '../../../../src/platform/features/scenario/scenario.ts';
import { projectRoot } from '../../../../src/platform/project-root.ts';

/** The scenarios that are shipped. */
export const shippedLibrary = () => readLibrary(scenarioFiles(join(projectRoot(), 'scenarios')));

type Hashed = { readonly played: ScenarioPlayed; readonly hash: string };

/** Plays a scenario and takes the hash of all that happened, before its workspace goes. */
export const playHashed = async (
  base: string,
  scenario: Scenario,
  hands: Partial<Stagehand> & { readonly workspace: string },
): Promise<Hashed> => {
  const { workspace, tell = () => undefined, ...others } = hands;
  const played = await runScenario({ base, workspace, keep: true }, scenario, { tell, ...others });
  const answer = await fetch(`${base}/w/${workspace}/_sandbox/journal/hash`);
  const { hash } = (await answer.json()) as { hash: string };
  await fetch(`${base}/_sandbox/workspaces/${workspace}`, { method: 'DELETE' });
  return { played, hash };
};

/** What went wrong, with the scenario in front. */
export const failuresOf = ({ scenario, steps, problem, verdict }: ScenarioPlayed): readonly string[] => {
  const inSteps = steps.flatMap(({ step, outcome }) =>
    outcome.problems.map((text) => `${scenario.name}:${step.line} ${outcome.did}: ${text}`),
  );
  return verdict === 'passed' ? [] : [...inSteps, `${scenario.name} ${verdict} ${problem ?? ''}`];
};
