import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { instantOf } from '../../src/kernel/civil-time.ts';
import { openSandbox, type Arrival, type Sandbox } from '../../src/platform/sandbox.ts';
import { temporaryFolder } from './store/sqlite/temporary-file.ts';

const open = async (dataDir: string): Promise<Sandbox> => {
  const sandbox = await openSandbox({ dataDir, startClock: { mode: 'frozen', at: instantOf('2026-09-01 10:00:00') } });
  onTestFinished(() => sandbox.close());
  return sandbox;
};

const OWN = 'H43010500001';

const message = (text: string): Arrival => ({
  door: 'hospital',
  bytes: Buffer.from(text),
  contentType: 'application/json',
  header: () => undefined,
});

describe('a sandbox with a data folder', () => {
  it('remembers its workspaces, their settings and what was assigned to them', async () => {
    const dataDir = temporaryFolder();
    const first = await open(dataDir);
    await first.create('team-a', { settings: { strict: true } });
    first.assign(OWN, 'team-a');
    await first.close();

    const second = await open(dataDir);
    expect(second.names()).toEqual(['default', 'team-a']);
    expect(second.workspaceOf(OWN).name).toBe('team-a');
    expect(second.assignments()).toEqual([{ fixmedins_code: OWN, workspace: 'team-a' }]);
    expect(second.workspaceOf(OWN).settings().strict).toBe(true);
    expect(second.workspaceOf('H44030099001').name).toBe('default');
  });

  it('remembers exchanges and their bodies', async () => {
    const dataDir = temporaryFolder();
    const first = await open(dataDir);
    const reception = await first.receive(
      message('{"infno":"1901","fixmedins_code":"H44030099001","input":{"data":{"type":"gend"}}}'),
    );
    expect(reception).toMatchObject({ kind: 'answered', workspace: 'default' });
    const { trace } = reception as { trace: string };
    await first.close();

    const workspace = (await open(dataDir)).workspaceOf('');
    const [row] = workspace.world().store.reader.journalOfTrace(trace);
    expect(row).toMatchObject({ infno: '1901', infcode: 0 });
    const bodies = workspace.bodies().find(row?.seq ?? 0);
    expect(Buffer.from(bodies?.request ?? []).toString()).toContain('"infno":"1901"');
    expect(Buffer.from(bodies?.answer ?? []).toString()).toContain('"infcode":0');
  });

  it('forgets what is removed, files and assignments', async () => {
    const dataDir = temporaryFolder();
    const sandbox = await open(dataDir);
    await sandbox.create('team-a');
    sandbox.assign(OWN, 'team-a');
    const folder = join(dataDir, 'workspaces', 'team-a');
    expect(existsSync(folder)).toBe(true);
    await sandbox.remove('team-a');
    expect(existsSync(folder)).toBe(false);
    expect(sandbox.assignments()).toEqual([]);
    expect(sandbox.isTaken('team-a')).toBe(false);
    await expect(sandbox.remove('default')).rejects.toThrow('the default workspace stays');
  });

  it('gives a workspace back as seeded after a reset, under new files', async () => {
    const sandbox = await open(temporaryFolder());
    const workspace = sandbox.workspaceOf('');
    const before = workspace.world();
    const personas = before.store.reader.personas();
    workspace.changeSettings({ strict: true });
    await before.queue.submit((writer) => writer.apply([{ kind: 'setting.put', key: 'mark', value: 'made by hand' }]));
    await workspace.reset();
    expect(workspace.world()).not.toBe(before);
    expect(workspace.world().store.reader.setting('mark')).toBeUndefined();
    expect(workspace.world().store.reader.personas()).toEqual(personas);
    expect(workspace.settings().strict).toBe(true);
  });

  it('says so where no door claims a message, or its workspace is not there', async () => {
    const sandbox = await open(temporaryFolder());
    const { door: _door, ...unclaimed } = message('{"a":1}');
    expect(await sandbox.receive(unclaimed)).toEqual({ kind: 'no-message' });
    expect(await sandbox.receive({ ...message('{}'), workspace: 'team-x' })).toEqual({
      kind: 'no-workspace',
      name: 'team-x',
    });
  });
});
