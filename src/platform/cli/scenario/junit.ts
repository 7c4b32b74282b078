import { GROUPS, type Group } from '../../features/scenario/groups.ts';
import type { ScenarioPlayed } from '../../features/scenario/run/run-scenario.ts';
import { xmlElement as element, xmlText as escaped } from '../../sandbox.ts';

/** What was played as JUnit XML: a suite for each group, a case for each scenario. */
export const junitOf = (results: readonly ScenarioPlayed[]): string => {
  const groups = (Object.keys(GROUPS) as Group[]).filter((group) =>
    results.some(({ scenario }) => scenario.group === group),
  );
  const suites = groups.map((group) =>
    suiteOf(
      group,
      results.filter(({ scenario }) => scenario.group === group),
    ),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('testsuites', suites.join('\n'), { name: '场景' })}\n`;
};

const suiteOf = (group: Group, results: readonly ScenarioPlayed[]): string => {
  const count = (verdict: ScenarioPlayed['verdict']) => String(results.filter((one) => one.verdict === verdict).length);
  return element('testsuite', `\n${results.map(caseOf).join('\n')}\n`, {
    name: GROUPS[group],
    tests: String(results.length),
    failures: count('failed'),
    skipped: count('skipped'),
  });
};

const caseOf = (result: ScenarioPlayed): string => {
  const { scenario, verdict } = result;
  return element('testcase', outcomeOf(result, verdict), {
    classname: scenario.group,
    name: `${scenario.name} ${scenario.title}`,
  });
};

const outcomeOf = (result: ScenarioPlayed, verdict: ScenarioPlayed['verdict']): string => {
  const message = messageOf(result);
  if (verdict === 'skipped') return element('skipped', '', { message });
  if (verdict === 'passed') return '';
  const { purpose, expect_his } = result.scenario;
  return element('failure', escaped(`要看到的：${purpose}\n正确的 HIS：${expect_his}`), { message });
};

const messageOf = ({ scenario, steps, problem }: ScenarioPlayed): string =>
  problem ??
  steps
    .filter(({ outcome }) => outcome.verdict !== 'passed')
    .map(({ step, outcome: { did, problems } }) => {
      const file = step.of === scenario.name ? scenario.file : step.of;
      return `${file}:${step.line} ${did}：${problems.join('；')}`;
    })
    .join('\n');
