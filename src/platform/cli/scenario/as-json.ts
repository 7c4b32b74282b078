import type { ScenarioPlayed } from '../../features/scenario/run/run-scenario.ts';

/** What `--json` prints: each scenario and each of its steps. */
export const asJson = (results: readonly ScenarioPlayed[]) => ({
  passed: results.every(({ verdict }) => verdict !== 'failed'),
  scenarios: results.map(({ scenario, verdict, workspace, problem, steps }) => ({
    name: scenario.name,
    title: scenario.title,
    group: scenario.group,
    verdict,
    workspace,
    problem: problem ?? null,
    steps: steps.map(({ step, outcome }) => ({ kind: step.kind, of: step.of, line: step.line, ...outcome })),
  })),
});
