import { z } from 'zod';
import { dateTimeOf } from '../../../kernel/civil-time.ts';
import {
  DEFAULT_WORKSPACE,
  mayBeNamed,
  timeMeant,
  type ClockState,
  type Sandbox,
  type Workspace,
} from '../../sandbox.ts';
import { problem } from './answers.ts';
import { changeForm, stateOf, UNREADABLE } from './clock.ts';
import type { ControlHandler } from './control-env.ts';
import { formBody } from './json-body.ts';
import { settingsChange } from './settings.ts';

const form = z.strictObject({
  name: z.string().refine(mayBeNamed, { error: '应为小写字母、数字和 -，以字母或数字开头，最多 40 个字符' }),
  settings: settingsChange.default({}),
  seed: z.string().min(1).max(100).optional(),
  clock: changeForm.optional(),
});

const shown = (sandbox: Sandbox, workspace: Workspace) => {
  const { store, clock } = workspace.world();
  return {
    name: workspace.name,
    path: workspace.name === DEFAULT_WORKSPACE ? '/' : `/w/${workspace.name}/`,
    now: dateTimeOf(clock.now()),
    institutions: store.reader.institutions().length,
    personas: store.reader.personas().length,
    assigned: sandbox.assignments().flatMap((row) => (row.workspace === workspace.name ? [row.fixmedins_code] : [])),
  };
};

const unknown = (name: string): string => `没有工作区 ${name}`;

/** `GET /workspaces` */
export const listWorkspaces =
  (sandbox: Sandbox): ControlHandler =>
  (c) =>
    c.json({
      workspaces: sandbox.names().flatMap((name) => {
        const workspace = sandbox.workspace(name);
        return workspace ? [shown(sandbox, workspace)] : [];
      }),
    });

/**
 * `POST /workspaces` `{ "name": "team-a" }`: a new one, filled from the seeds. `seed` of its population and `clock` (as
 * `PUT /clock` takes it) make it the same as another one.
 */
export const postWorkspace =
  (sandbox: Sandbox): ControlHandler =>
  async (c) => {
    const wanted = await formBody(c, form);
    if (!wanted.ok) return wanted.error;
    const { name, settings, seed, clock } = wanted.value;
    if (sandbox.isTaken(name)) return problem(c, 409, `工作区 ${name} 已存在`);
    const startClock = clock && clockOf(clock, c.var.workspace.wall.now());
    if (clock && !startClock) return problem(c, 400, UNREADABLE);
    const made = { settings, ...(seed !== undefined && { seed }), ...(startClock && { startClock }) };
    return c.json({ workspace: shown(sandbox, await sandbox.create(name, made)) }, 201);
  };

const clockOf = (clock: z.infer<typeof changeForm>, wall: number): ClockState | undefined => {
  const at = 'at' in clock && clock.at !== undefined ? timeMeant(clock.at, wall) : wall;
  return at === undefined ? undefined : stateOf(clock, at, wall);
};

/** `POST /workspaces/{name}/reset`: back to the seeds. Settings and assignments stay. */
export const resetWorkspace =
  (sandbox: Sandbox): ControlHandler =>
  async (c) => {
    const name = c.req.param('name') ?? '';
    const workspace = sandbox.workspace(name);
    if (!workspace) return problem(c, 404, unknown(name));
    await workspace.reset();
    return c.json({ workspace: shown(sandbox, workspace) });
  };

/** `DELETE /workspaces/{name}`: with its files and assignments. The default one stays. */
export const deleteWorkspace =
  (sandbox: Sandbox): ControlHandler =>
  async (c) => {
    const name = c.req.param('name') ?? '';
    if (name === DEFAULT_WORKSPACE) return problem(c, 409, '缺省工作区 default 不能删除，可以重置');
    if (!sandbox.workspace(name)) return problem(c, 404, unknown(name));
    await sandbox.remove(name);
    return c.json({ removed: name });
  };
