import { writeFile } from 'node:fs/promises';
import { httpCall } from '../../features/demo/http-call.ts';
import { needsHis, type Scenario } from '../../features/scenario/scenario.ts';
import type { ScenarioPlayed } from '../../features/scenario/run/run-scenario.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { failed, misuse, unreachable } from '../server/failure.ts';
import { json } from '../server/show.ts';
import type { Terminal } from '../terminal.ts';
import { asJson } from './as-json.ts';
import { findScenarios, type Wanted } from './find.ts';
import { junitOf } from './junit.ts';
import { playAll } from './play-all.ts';
import { resultInWords, summaryInWords } from './words.ts';

/** What `kuasheng scenario run` is told. */
export type RunOptions = Omit<Wanted, 'names'> & {
  readonly base?: string;
  readonly token?: string;
  readonly jobs: number;
  readonly keep?: true;
  readonly assign?: true;
  readonly junit?: string;
  readonly json?: true;
};

/** Plays scenarios, each in a workspace of its own; fails when one does. */
export const runScenarios = async (
  terminal: Terminal,
  names: readonly string[],
  options: RunOptions,
): Promise<ExitCode> => {
  const found = findScenarios({ names, ...options });
  if (!found.ok) return failed(terminal, found.error);
  if (options.base !== undefined) return playAt(terminal, found.value, { ...options, base: options.base }, false);
  if (options.keep) return failed(terminal, misuse('--keep 要和 --base 一起用：自己起的沙箱在结束时就没有了'));
  const { ownServer } = await import('../demo/own-server.ts');
  const server = await ownServer();
  try {
    return await playAt(terminal, found.value, { ...options, base: server.url }, true);
  } finally {
    await server.close();
  }
};

const playAt = async (
  terminal: Terminal,
  scenarios: readonly Scenario[],
  options: RunOptions & { readonly base: string },
  own: boolean,
): Promise<ExitCode> => {
  const { base, token, keep = false, assign = false } = options;
  const health = await httpCall(`${base}/healthz`, { method: 'GET' });
  if (!health.ok) return failed(terminal, unreachable(health.error));
  const out = options.json ? () => undefined : terminal.out;
  const loud = !options.all && scenarios.length === 1;
  const results = await playAll(scenarios, {
    place: { base, keep, assign, ...(token !== undefined && { token }) },
    own,
    // Two testers' prompts at once would confuse both.
    jobs: scenarios.some(needsHis) ? 1 : options.jobs,
    prefix: `scenario-${terminal.processId}`,
    tell: (scenario, text) => (loud || needsHis(scenario) ? terminal.err(`[${scenario.name}] ${text}`) : undefined),
    played: (result) => out(resultInWords(result, { columns: terminal.columns, loud })),
  });
  return told(terminal, options, results);
};

const told = async (terminal: Terminal, options: RunOptions, results: readonly ScenarioPlayed[]): Promise<ExitCode> => {
  if (options.junit !== undefined) {
    try {
      await writeFile(options.junit, junitOf(results));
    } catch (problem) {
      return failed(
        terminal,
        misuse(`写不了文件 ${options.junit}（${(problem as NodeJS.ErrnoException).code ?? ''}）`),
      );
    }
  }
  terminal.out(options.json ? json(asJson(results)) : summaryInWords(results));
  return results.some(({ verdict }) => verdict === 'failed') ? EXIT.refused : EXIT.ok;
};
