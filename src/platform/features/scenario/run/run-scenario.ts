import { fail, ok, type Result } from '../../../../kernel/result.ts';
import type { Scenario, Step } from '../scenario.ts';
import { isList, textOf, treeAt } from '../tree.ts';
import { playStep } from './play-step.ts';
import { USUAL_INSTITUTION, type Outcome, type Scene, type Stagehand } from './scene.ts';
import type { Address } from '../../demo/control-request.ts';
import { demand } from './server.ts';

/** A step that was played. */
export type Played = { readonly step: Step; readonly outcome: Outcome };

/** What a scenario came to: failed at its last step, or skipped where a step could not be played. */
export type ScenarioPlayed = {
  readonly scenario: Scenario;
  readonly workspace: string;
  readonly verdict: 'passed' | 'failed' | 'skipped';
  readonly steps: readonly Played[];
  /** Why not even its workspace came to be. */
  readonly problem?: string;
};

/** Where it is played, and what becomes of its workspace. */
export type Place = Address & {
  readonly keep?: boolean;
  /** Meanwhile the messages of its institution go there also when their path names no workspace. */
  readonly assign?: boolean;
};

/** Plays a scenario in a workspace of its own, made for it and removed behind it. */
export const runScenario = async (
  { keep = false, assign = false, ...server }: Place,
  scenario: Scenario,
  stagehand: Stagehand,
): Promise<ScenarioPlayed> => {
  const opened = await openScene(server, scenario, stagehand);
  const { workspace } = server;
  if (!opened.ok) return { scenario, workspace, verdict: 'failed', steps: [], problem: opened.error };
  const scene = opened.value;
  const handBack = assign ? await takeOver(scene) : undefined;
  try {
    const steps = await playAll(scene, scenario.steps);
    return { scenario, workspace, verdict: verdictOf(steps), steps };
  } finally {
    await handBack?.();
    if (keep) scene.followed.forEach((stream) => stream.abort());
    else await demand(atDefault(scene.server), 'DELETE', `/workspaces/${workspace}`);
  }
};

/** Lets the institution work in the scenario's workspace, and gives back the way to where it worked before. */
const takeOver = async ({ server, scenario }: Scene): Promise<() => Promise<unknown>> => {
  const fixmedins_code = scenario.at ?? USUAL_INSTITUTION;
  const listed = await demand(server, 'GET', '/assignments');
  const rows = listed.ok ? treeAt(listed.value, 'assignments') : [];
  const own = isList(rows) ? rows.find((row) => treeAt(row, 'fixmedins_code') === fixmedins_code) : undefined;
  const assignTo = (workspace: string) => demand(server, 'POST', '/assignments', { fixmedins_code, workspace });
  await assignTo(server.workspace);
  return () => assignTo(textOf(treeAt(own, 'workspace')) ?? 'default');
};

/** Another step than the sandbox's restart rests on those before it: what cannot be played ends the scenario. */
const playAll = async (scene: Scene, steps: readonly Step[]): Promise<readonly Played[]> => {
  const played: Played[] = [];
  for (const step of steps) {
    const outcome = await playStep(scene, step);
    played.push({ step, outcome });
    if (outcome.verdict === 'failed' || (outcome.verdict === 'skipped' && step.kind !== 'restart')) break;
  }
  return played;
};

const verdictOf = (steps: readonly Played[]): ScenarioPlayed['verdict'] => {
  const verdicts = steps.map(({ outcome }) => outcome.verdict);
  return verdicts.includes('failed') ? 'failed' : verdicts.includes('skipped') ? 'skipped' : 'passed';
};

const USUAL_NOW = '2026-09-01 10:00:00';

const openScene = async (server: Address, scenario: Scenario, stagehand: Stagehand): Promise<Result<Scene, string>> => {
  const made = await demand(atDefault(server), 'POST', '/workspaces', workspaceOf(server.workspace, scenario));
  if (!made.ok) return fail(`没能建立工作区：${made.error}`);
  return ok({
    scenario,
    stagehand,
    server,
    now: textOf(treeAt(made.value, 'workspace.now')) ?? USUAL_NOW,
    serial: 0,
    seen: 0,
    followed: new Set(),
    variables: new Map(),
    signedIn: new Map(),
    known: new Map(),
  });
};

/** Everything that could differ is said: the same people at the same time on every machine. */
const workspaceOf = (name: string, { name: own, world = {} }: Scenario): object => {
  const { now = USUAL_NOW, clock = 'frozen', seed = own, settings = {} } = world;
  const at = now.length === 16 ? `${now}:00` : now;
  const steps = clock === 'stepped' ? { step: 1_000 } : {};
  return { name, seed, settings, clock: { mode: clock, at, ...steps } };
};

/** Workspaces are made and removed by way of the one that always is there. */
const atDefault = (server: Address): Address => ({ ...server, workspace: 'default' });
