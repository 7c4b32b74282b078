import { describe, expect, it } from 'vitest';
import { DICTIONARY, HOSPITAL, openCounter } from './counter.ts';

const counter = openCounter();

const workspaceOf = async (path: string, fixmedins_code = HOSPITAL): Promise<string | null> => {
  const response = await counter.post(path, { ...DICTIONARY, fixmedins_code });
  return response.headers.get('x-kuasheng-workspace');
};

type Institutions = { readonly institutions: readonly { readonly fixmedins_code: string }[] };

const named = (name: string) => counter.control('POST', '/_sandbox/workspaces', { name });

describe('the workspace of a message', () => {
  it('is the default one where nothing says otherwise', async () => {
    expect(await workspaceOf('/fsi/api/1901')).toBe('default');
    expect(await workspaceOf('/fsi/api/1901', 'H99999999999')).toBe('default');
  });

  it('is that of its institution, and before all that of its path', async () => {
    await named('team-a');
    await named('team-b');
    const assignment = { fixmedins_code: HOSPITAL, workspace: 'team-a' };
    expect(await counter.control('POST', '/_sandbox/assignments', assignment)).toEqual({
      status: 200,
      json: { assignment },
    });
    expect(await workspaceOf('/fsi/api/1901')).toBe('team-a');
    expect(await workspaceOf('/w/team-b/fsi/api/1901')).toBe('team-b');
    expect(await workspaceOf('/w/default/fsi/api/1901')).toBe('default');
    expect((await counter.control('GET', '/_sandbox/assignments')).json).toEqual({ assignments: [assignment] });
  });

  it('that is not there is refused, saying how to create it', async () => {
    const response = await counter.post('/w/team-x/fsi/api/1901', DICTIONARY);
    expect(response.status).toBe(404);
    const text = await response.text();
    expect(text).toContain('没有工作区 team-x');
    expect(text).toContain(`-d '{"name":"team-x"}'`);
  });

  it('with a name that cannot be is refused without repeating it', async () => {
    const response = await counter.post('/w/%3Cscript%3E/fsi/api/1901', DICTIONARY);
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain('script');
  });
});

describe('workspaces', () => {
  it('are listed with what is in them', async () => {
    await named('team-c');
    const { json } = await counter.control<{ workspaces: unknown[] }>('GET', '/_sandbox/workspaces');
    expect(json.workspaces[0]).toMatchObject({ name: 'default', path: '/', now: '2026-09-01 10:00:00' });
    expect(json.workspaces).toContainEqual(
      expect.objectContaining({ name: 'team-c', path: '/w/team-c/', assigned: [] }),
    );
  });

  it('are created once, under a name that fits into a path', async () => {
    expect((await named('team-d')).status).toBe(201);
    expect(await named('team-d')).toEqual({ status: 409, json: { message: '工作区 team-d 已存在' } });
    for (const name of ['', 'Team', '../x', 'a'.repeat(41), '-a', 7]) {
      const refused = await counter.control('POST', '/_sandbox/workspaces', { name });
      expect(refused).toMatchObject({ status: 422, json: { message: expect.stringContaining('name') as string } });
    }
  });

  it('that are asked for twice at once come to be once', async () => {
    const statuses = await Promise.all([named('team-e'), named('team-e')]);
    expect(statuses.map(({ status }) => String(status)).sort()).toEqual(['201', '409']);
  });

  it('may be created with settings of their own', async () => {
    await counter.control('POST', '/_sandbox/workspaces', { name: 'strict', settings: { strict: true } });
    const answer = await counter.post('/w/strict/fsi/api/1901', { ...DICTIONARY, opter: '' });
    expect(await answer.json()).toMatchObject({ infcode: -1, err_msg: expect.stringContaining('opter') as string });
  });

  it('keep their institutions to themselves, and lose them in a reset', async () => {
    await named('team-f');
    const own = { fixmedins_code: 'H43010500001', fixmedins_name: '长沙医院' };
    await counter.control('POST', '/w/team-f/_sandbox/institutions', own);
    const codes = async (base: string): Promise<string[]> => {
      const { json } = await counter.control<Institutions>('GET', `${base}/_sandbox/institutions`);
      return json.institutions.map((row) => row.fixmedins_code);
    };
    expect(await codes('/w/team-f')).toContain(own.fixmedins_code);
    expect(await codes('')).not.toContain(own.fixmedins_code);
    expect((await counter.control('POST', '/_sandbox/workspaces/team-f/reset')).status).toBe(200);
    expect(await codes('/w/team-f')).not.toContain(own.fixmedins_code);
  });

  it('answer again after resets that overlap', async () => {
    await named('team-g');
    const resets = [1, 2, 3].map(() => counter.control('POST', '/_sandbox/workspaces/team-g/reset'));
    expect((await Promise.all(resets)).map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await (await counter.post('/w/team-g/fsi/api/1901', DICTIONARY)).json()).toMatchObject({ infcode: 0 });
  });

  it('can be deleted, with what was assigned to them, but for the default one', async () => {
    await named('team-h');
    await counter.control('POST', '/_sandbox/assignments', { fixmedins_code: 'H44030099002', workspace: 'team-h' });
    expect(await counter.control('DELETE', '/_sandbox/workspaces/team-h')).toEqual({
      status: 200,
      json: { removed: 'team-h' },
    });
    expect((await counter.post('/w/team-h/fsi/api/1901', DICTIONARY)).status).toBe(404);
    expect(await workspaceOf('/fsi/api/1901', 'H44030099002')).toBe('default');
    expect((await counter.control('DELETE', '/_sandbox/workspaces/team-h')).status).toBe(404);
    expect((await counter.control('DELETE', '/_sandbox/workspaces/default')).status).toBe(409);
    expect((await named('team-h')).status).toBe(201);
  });

  it('cannot be assigned to before they are there', async () => {
    const refused = await counter.control('POST', '/_sandbox/assignments', {
      fixmedins_code: HOSPITAL,
      workspace: 'nobody',
    });
    expect(refused).toEqual({ status: 404, json: { message: '没有工作区 nobody' } });
  });
});
