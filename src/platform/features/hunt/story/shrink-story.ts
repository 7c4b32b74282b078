import { fail, ok, type Result } from '../../../../kernel/result.ts';
import type { Address } from '../../demo/control-request.ts';
import { readScenario } from '../../scenario/file/read-scenario.ts';
import { runScenario } from '../../scenario/run/run-scenario.ts';
import { shrink, withoutOne } from '../shrink/shrink.ts';
import { storyText, type Story, type StoryStep } from './story.ts';

/** Plays that one story may cost. */
const MOST_PLAYS = 60;

/** Plays a story as whoever gets the file does; the failure says why it does not come to the same verdict. */
export const playStory = async (server: Address, story: Story): Promise<Result<true, string>> => {
  const read = readScenario(`${story.name}.yaml`, storyText(story));
  if (!read.ok) return fail(read.error.map(({ line, message }) => `${line}：${message}`).join('；'));
  const { verdict, problem, steps } = await runScenario(server, read.value, { tell: () => undefined });
  if (verdict === 'passed') return ok(true);
  return fail(problem ?? steps.at(-1)?.outcome.problems.join('；') ?? verdict);
};

/** The story without whatever it does not need. The failure: the whole one does not come to the same verdict again. */
export const shrinkStory = async (server: Address, story: Story): Promise<Result<Story, string>> => {
  const whole = await playStory(server, story);
  if (!whole.ok) return whole;
  const comesAgain = async (steps: readonly StoryStep[]): Promise<boolean> =>
    (await playStory(server, { ...story, steps })).ok;
  return ok({ ...story, steps: await shrink(story.steps, withoutOne, comesAgain, MOST_PLAYS) });
};
