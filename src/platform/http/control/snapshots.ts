import { z } from 'zod';
import { mayBeNamed, type Sandbox, type Snapshot, type Workspace } from '../../sandbox.ts';
import { problem } from './answers.ts';
import type { ControlHandler } from './control-env.ts';
import { formBody } from './json-body.ts';

const name = z.string().refine(mayBeNamed, { error: '应为小写字母、数字和 -，以字母或数字开头，最多 40 个字符' });

const saveForm = z.strictObject({ name, note: z.string().max(200).optional() });
const forkForm = z.strictObject({ name, snapshot: name.optional() });

/** A file each, as large as the book: a workspace keeps so many. */
const MOST = 50;

const shown = ({ book: _book, of: _of, ...about }: Snapshot) => about;

const named = (workspace: Workspace, text: string | undefined): Snapshot | undefined =>
  text !== undefined && mayBeNamed(text) ? workspace.snapshot(text) : undefined;

const unknown = (text: string | undefined): string => `没有快照 ${text ?? ''}，GET /_sandbox/snapshots 列出全部`;

/** `GET /snapshots` */
export const listSnapshots: ControlHandler = (c) => c.json({ snapshots: c.var.workspace.snapshots() });

/** `POST /snapshots` `{ "name": "before-refund", "note": "…" }`: messages go on meanwhile. */
export const postSnapshot: ControlHandler = async (c) => {
  const wanted = await formBody(c, saveForm);
  if (!wanted.ok) return wanted.error;
  const { workspace } = c.var;
  const isNew = workspace.snapshot(wanted.value.name) === undefined;
  if (isNew && workspace.snapshots().length >= MOST)
    return problem(c, 409, `一个工作区最多存 ${MOST} 个快照，请先删除`);
  return c.json({ snapshot: await workspace.save(wanted.value.name, wanted.value.note) }, 201);
};

/** `POST /snapshots/{name}/restore`: state, clock and settings as they were. */
export const restoreSnapshot: ControlHandler = async (c) => {
  const snapshot = named(c.var.workspace, c.req.param('name'));
  if (!snapshot) return problem(c, 404, unknown(c.req.param('name')));
  try {
    await c.var.workspace.restore(snapshot);
  } catch (failure) {
    return problem(c, 409, failure instanceof Error ? failure.message : '快照不能恢复');
  }
  return c.json({ snapshot: shown(snapshot) });
};

/** `DELETE /snapshots/{name}` */
export const deleteSnapshot: ControlHandler = async (c) => {
  const snapshot = named(c.var.workspace, c.req.param('name'));
  if (!snapshot) return problem(c, 404, unknown(c.req.param('name')));
  await c.var.workspace.removeSnapshot(snapshot.name);
  return c.json({ removed: snapshot.name });
};

/** Saves the present state under a name that nobody can have given, hands it on and removes it. */
const withPresent = async <T>(workspace: Workspace, use: (snapshot: Snapshot) => Promise<T>): Promise<T> => {
  const present = `${PRESENT}${workspace.world().nextSeq()}`;
  await workspace.save(present);
  try {
    return await use(workspace.snapshot(present) as Snapshot);
  } finally {
    await workspace.removeSnapshot(present);
  }
};

const PRESENT = '_present-';

/** `POST /fork` `{ "name": "team-b", "snapshot": "paid" }`: a new workspace that begins with this one's state. */
export const forkWorkspace =
  (sandbox: Sandbox): ControlHandler =>
  async (c) => {
    const wanted = await formBody(c, forkForm);
    if (!wanted.ok) return wanted.error;
    const { name: fresh, snapshot: from } = wanted.value;
    const { workspace } = c.var;
    const begin = async (snapshot: Snapshot | undefined) => {
      if (!snapshot) return problem(c, 404, unknown(from));
      if (sandbox.isTaken(fresh)) return problem(c, 409, `工作区 ${fresh} 已存在`);
      await sandbox.create(fresh, { begin: snapshot });
      return c.json({ forked: fresh, path: `/w/${fresh}/` }, 201);
    };
    return from === undefined
      ? withPresent(workspace, begin)
      : workspace.withSnapshots(() => begin(workspace.snapshot(from)));
  };

/** `GET /snapshots/{name}/diff?to=other`: what changed from a snapshot to another one, or to now. */
export const diffSnapshot =
  (sandbox: Sandbox): ControlHandler =>
  async (c) => {
    const { workspace } = c.var;
    const [from, to] = [c.req.param('name'), c.req.query('to')];
    const before = named(workspace, from);
    if (!before) return problem(c, 404, unknown(from));
    const differences = (after: Snapshot) => sandbox.difference(before.book, after.book);
    const after = to === undefined ? undefined : named(workspace, to);
    if (to !== undefined && !after) return problem(c, 404, unknown(to));
    const tables = await (after ? differences(after) : withPresent(workspace, differences));
    return c.json({ from, to: to ?? null, tables });
  };
