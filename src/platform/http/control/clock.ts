import { z } from 'zod';
import { dateTimeOf, type Instant } from '../../../kernel/civil-time.ts';
import { timeMeant, type ClockState, type Moved, type Workspace } from '../../sandbox.ts';
import { problem } from './answers.ts';
import type { ControlHandler } from './control-env.ts';
import { formBody } from './json-body.ts';
import { longAnswer } from './long-answer.ts';

const when = z.string().min(1).max(30);

const advanceForm = z.strictObject({ to: when });

/** A clock's mode, and from when on it goes so. */
export const changeForm = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('real') }),
  z.strictObject({
    mode: z.literal('running'),
    at: when.optional(),
    speed: z.number().min(0.001).max(1_000_000).default(1),
  }),
  z.strictObject({ mode: z.literal('frozen'), at: when.optional() }),
  z.strictObject({ mode: z.literal('stepped'), at: when.optional(), step: z.int().min(1).max(86_400_000) }),
]);

export const UNREADABLE =
  '时间应为 2026-12-31、2026-12-31 23:59:59、+3d、+2h、+1mo、tomorrow、month-end 或 year-end，且不超过十年';

const shown = (workspace: Workspace) => {
  const { clock, store } = workspace.world();
  const { mode, ...state } = workspace.clockwork().state();
  const next = store.reader.nextDue(Number.MAX_SAFE_INTEGER);
  return {
    clock: {
      mode,
      now: dateTimeOf(clock.now()),
      ...('speed' in state && { speed: state.speed }),
      ...('step' in state && { step: state.step }),
      ...(next && { nextDue: { kind: next.kind, key: next.key, at: dateTimeOf(next.at) } }),
    },
  };
};

/** `GET /clock`: mode, time, and what falls due next. */
export const getClock: ControlHandler = (c) => c.json(shown(c.var.workspace));

const answered = (c: Parameters<ControlHandler>[0], moved: Moved) =>
  moved.ok
    ? c.json({ ...shown(c.var.workspace), done: moved.done })
    : problem(c, 409, `时间不能倒退：现在是 ${dateTimeOf(moved.now)}；要回到过去请重置工作区或恢复快照`);

/** `POST /clock/advance` `{ "to": "+3d" }`: does what falls due on the way, in order. */
export const advanceClock: ControlHandler = async (c) => {
  const wanted = await formBody(c, advanceForm);
  if (!wanted.ok) return wanted.error;
  const to = timeMeant(wanted.value.to, c.var.workspace.world().clock.now());
  if (to === undefined) return problem(c, 400, UNREADABLE);
  const moving = c.var.workspace.clockwork().advance(to);
  return longAnswer(
    c,
    moving.then((moved) => answered(c, moved)),
  );
};

/** `PUT /clock` `{ "mode": "frozen", "at": "2026-09-01" }`: another mode, from now or from a later moment on. */
export const putClock: ControlHandler = async (c) => {
  const wanted = await formBody(c, changeForm);
  if (!wanted.ok) return wanted.error;
  const { clock } = c.var.workspace.world();
  const at =
    'at' in wanted.value && wanted.value.at !== undefined ? timeMeant(wanted.value.at, clock.now()) : clock.now();
  if (at === undefined) return problem(c, 400, UNREADABLE);
  return answered(c, await c.var.workspace.clockwork().change(stateOf(wanted.value, at, c.var.workspace.wall.now())));
};

/** The state that a form means, from a moment on. */
export const stateOf = (form: z.infer<typeof changeForm>, at: Instant, wall: Instant): ClockState => {
  switch (form.mode) {
    case 'real':
      return { mode: 'real' };
    case 'running':
      return { mode: 'running', wall, at, speed: form.speed };
    case 'frozen':
      return { mode: 'frozen', at };
    case 'stepped':
      return { mode: 'stepped', at, step: form.step };
  }
};
