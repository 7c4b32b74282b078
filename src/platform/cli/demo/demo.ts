import { ok } from '../../../kernel/result.ts';
import { ACTS } from '../../features/demo/acts.ts';
import { textAt } from '../../features/demo/answer-values.ts';
import { play, type Step } from '../../features/demo/play.ts';
import { explanationOf } from '../commands/explain.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { explanationInWords } from '../explanation.ts';
import { failed, unreachable } from '../server/failure.ts';
import type { ServerOptions } from '../server/options.ts';
import { json } from '../server/show.ts';
import type { Terminal } from '../terminal.ts';
import { stageOf, type StageOptions } from './stage.ts';
import { stepInWords } from './step-in-words.ts';

/** Without an address the demo brings its own server. */
export type DemoOptions = Omit<StageOptions, 'base'> & { readonly base?: string };

/** Wide enough for the tables, narrow enough for a terminal of 100 columns. */
const COLUMNS = 100;

/** Serial numbers of msgid that a run keeps for itself: two runs of the same second do not share any. */
const SERIALS = 16;

/** `kuasheng demo`: plays the main job over HTTP and tells it step by step. Fails when any sum does not hold. */
export const playDemo = async (terminal: Terminal, options: DemoOptions): Promise<ExitCode> => {
  if (options.base !== undefined) return playAt(terminal, { ...options, base: options.base });
  const { ownServer } = await import('./own-server.ts');
  const server = await ownServer();
  try {
    return await playAt(terminal, { ...options, base: server.url });
  } finally {
    await server.close();
  }
};

const playAt = async (terminal: Terminal, options: DemoOptions & ServerOptions): Promise<ExitCode> => {
  const set = await stageOf(options, terminal.processId * SERIALS, COLUMNS);
  if (!set.ok) return failed(terminal, set.error);
  const { stage, opening } = set.value;
  const tell = options.json ? () => undefined : terminal.out;
  tell(opening);

  const { lines } = stage.bill;
  const steps: Step[] = [];
  const played = await play(stage, (step) => {
    steps.push(step);
    tell(stepInWords(step, steps.length, { of: ACTS.length, columns: COLUMNS, lines }));
  });
  if (!played.ok) return failed(terminal, unreachable(played.error));
  const explained = played.value
    ? await explanationOf(options, textAt(steps.at(-1)?.output, 'setlinfo.setl_id'))
    : ok({ steps: [] });
  if (!explained.ok) return failed(terminal, explained.error);

  const explanation = explained.value.steps;
  if (explanation.length > 0) tell(`最后一次结算怎样算出：\n\n${explanationInWords(explanation, COLUMNS)}\n`);
  tell(verdict(steps));
  if (options.json) terminal.out(json({ passed: played.value, steps, explanation }));
  return played.value ? EXIT.ok : EXIT.refused;
};

const verdict = (steps: readonly Step[]): string => {
  const checks = steps.flatMap((step) => step.checks);
  const broken = checks.filter(({ holds }) => !holds).length;
  if (steps.at(-1)?.infcode !== 0) return `✗ 第 ${steps.length} 步（共 ${ACTS.length} 步）被拒绝，没有走完。`;
  if (broken > 0) return `✗ ${checks.length} 项检查中有 ${broken} 项不成立。`;
  return `✓ ${steps.length} 步全部成功，${checks.length} 项检查全部成立。`;
};
