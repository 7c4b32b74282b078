import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { projectRoot } from '../../src/platform/project-root.ts';
import { BIN, startServer } from '../support/running-server.ts';

const run = promisify(execFile);

/** The shell commands of a document's code blocks, continued lines joined, comments dropped. */
const commandsOf = (path: string): string[] =>
  [...readFileSync(join(projectRoot(), path), 'utf8').matchAll(/```sh\n([\s\S]*?)```/g)]
    .map(([, block = '']) => block.replace(/,\n\s+/g, ',').trim())
    .flatMap((block) => block.split('\n').map((line) => line.replace(/\s+#.*$/, '').trim()));

describe.each(['README.md', 'README.zh-CN.md'])('%s', (path) => {
  it('names commands that work as they stand', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kuasheng-readme-'));
    const { url, child } = await startServer(join(folder, 'data'));
    onTestFinished(() => {
      child.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    });
    writeFileSync(
      join(folder, 'items.csv'),
      'med_list_codg,name,chrgitm_lv,selfpay_prop,med_chrgitm_type,list_type\nX-OWN-1,自带药品,02,10%,09,101\n',
    );
    const commands = commandsOf(path);
    const own = commands.filter((command) => /^(curl|npx kuasheng)/.test(command));
    expect(commands).toContain('npm ci && npm start');
    expect(commands).toContain('npm ci && npm test');
    expect(own.length).toBeGreaterThanOrEqual(2);
    for (const command of own) {
      const here = command.replaceAll('http://127.0.0.1:8686', url).replace('npx kuasheng', `node ${BIN}`);
      const { stdout } = await run('bash', ['-c', here], { cwd: folder, env: { ...process.env, KUASHENG_BASE: url } });
      expect(stdout, command).not.toBe('');
      if (command.startsWith('curl')) expect(JSON.parse(stdout)).toMatchObject({ infcode: 0, err_msg: null });
    }
  });
});

describe('the demo', () => {
  it('plays the main job on a server of its own, and every sum holds', async () => {
    const { stdout } = await run(process.execPath, [BIN, 'demo']);
    expect(stdout).toMatch(/步全部成功，\d+ 项检查全部成立/);
  });
});
