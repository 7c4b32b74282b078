import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { sandboxApp } from '../../../src/platform/http/app.ts';
import { openSandbox } from '../../../src/platform/sandbox.ts';
import { openCounter } from './counter.ts';

const counter = openCounter();
const ADDRESS = '/w/bug-17?seed=7&now=2026-03-01&persona=xian-worker-hypertension-diabetes';

const visit = async (address: string, headers: Record<string, string> = {}) => {
  const response = await counter.request(address, { headers });
  return { status: response.status, text: await response.text() };
};

describe('the address of a world', () => {
  it('makes it at the first visit, and shows it again', async () => {
    const first = await visit(ADDRESS);
    expect(first.status).toBe(200);
    expect(first.text).toContain('工作区 bug-17（种子 7，沙箱时间 2026-03-01 00:00:00）');
    expect(first.text).toContain('证件号 6199');
    expect(await visit(ADDRESS)).toEqual(first);
  });

  it('is no way into a workspace that came about otherwise', async () => {
    await counter.control('POST', '/_sandbox/workspaces', { name: 'ours' });
    expect(await visit('/w/ours?seed=7&now=2026-03-01')).toMatchObject({ status: 409 });
    expect(await visit('/w/bug-17?seed=8&now=2026-03-01')).toMatchObject({ status: 409 });
  });

  it('is refused with words when it is none, and to other web pages', async () => {
    expect((await visit('/w/x?seed=7')).status).toBe(400);
    expect((await visit('/w/x?seed=7&now=2026-02-30')).text).toContain('now 应为');
    expect((await visit('/w/X?seed=7&now=2026-03-01')).status).toBe(400);
    expect((await visit('/w/x?seed=7&now=2026-03-01', { origin: 'http://evil.example' })).status).toBe(403);
    expect(counter.sandbox().workspace('x')).toBeUndefined();
  });

  it('makes the same world everywhere: no row differs, and the same message gets the same bytes', async () => {
    const folder = () => {
      const made = mkdtempSync(join(tmpdir(), 'kuasheng-world-'));
      onTestFinished(() => rmSync(made, { recursive: true, force: true }));
      return made;
    };
    const worlds = await Promise.all(
      [folder(), folder()].map(async (dataDir) => {
        const sandbox = await openSandbox({ dataDir });
        const app = sandboxApp(sandbox);
        await app.request(ADDRESS);
        const body = JSON.stringify({
          infno: '9001', msgid: 'H44030099001202603010000000001', fixmedins_code: 'H44030099001',
          input: { signIn: { opter_no: 'S001' } },
        }); // prettier-ignore
        const headers = { 'content-type': 'application/json' };
        const answer = await app.request('/w/bug-17/fsi/api/9001', { method: 'POST', body, headers });
        await sandbox.workspace('bug-17')?.save('end');
        const book = sandbox.workspace('bug-17')?.snapshot('end')?.book ?? '';
        return { sandbox, book, answer: await answer.text() };
      }),
    );
    const [one, other] = worlds;
    if (!one || !other) throw new Error('two worlds');
    expect(one.answer).toBe(other.answer);
    expect(await one.sandbox.difference(one.book, other.book)).toEqual([]);
    for (const { sandbox } of worlds) await sandbox.close();
  });
});
