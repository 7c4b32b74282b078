import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { must } from '../../../../../src/kernel/assert.ts';
import { readLibrary } from '../../../../../src/platform/features/scenario/file/library.ts';
import { printProblem } from '../../../../../src/platform/features/scenario/problem.ts';
import { runScenario, type ScenarioPlayed } from '../../../../../src/platform/features/scenario/run/run-scenario.ts';
import type { Stagehand } from '../../../../../src/platform/features/scenario/run/scene.ts';
import type { Scenario } from '../../../../../src/platform/features/scenario/scenario.ts';

/** A scenario from its steps as YAML, and what else stands at its head. */
export const scenarioOf = (steps: string, head = ''): Scenario => {
  const folder = mkdtempSync(join(tmpdir(), 'kuasheng-play-'));
  const file = join(folder, 'played.yaml');
  const usual = 'name: played\ntitle: 题\npurpose: 看\nexpect_his: 做\ngroup: normal\n';
  writeFileSync(file, `${usual}${head === '' ? WHO : `${head}\n`}steps:\n${steps}`);
  const { scenarios, problems } = readLibrary([file], () => 'played.yaml');
  rmSync(folder, { recursive: true });
  must(scenarios[0], `the scenario is right: ${problems.map(printProblem).join('; ')}`);
  return scenarios[0];
};

const WHO = 'who: xian-worker-hypertension-diabetes\n';

let plays = 0;

/** Plays it at a server. */
export const play = (base: string, scenario: Scenario, hands: Partial<Stagehand> = {}): Promise<ScenarioPlayed> => {
  plays += 1;
  return runScenario({ base, workspace: `play-${plays}` }, scenario, { tell: () => undefined, ...hands });
};

/** What went wrong, in all steps. */
export const problemsOf = ({ steps, problem }: ScenarioPlayed): readonly string[] => [
  ...(problem === undefined ? [] : [problem]),
  ...steps.flatMap(({ outcome }) => outcome.problems),
];
