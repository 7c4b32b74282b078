import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../../src/platform/cli/run.ts';
import { kuasheng } from './command-line.ts';
import { bendFile, ownPlace } from './own-place.ts';
import { recordingTerminal } from './recording-terminal.ts';

type Start = { url: string; now: string; dataDir?: string; token?: string; curl: string };

/** Numbers of processes end at 4194304. */
const NOBODY = 5_000_000;

/** Starts a server, hands what it printed to the test, and stops it. */
const served = async (words: string, use: (printed: string) => Promise<void>, processId = process.pid) => {
  const terminal = recordingTerminal({ processId });
  const ended = run(['serve', '--port', '0', ...words.split(' ')], terminal);
  await use(await Promise.race([terminal.firstPrinted, ended.then(() => terminal.complaints())]));
  terminal.stop();
  return ended;
};

/** Sends what the printed curl would send. */
const sendAsCurl = async (curl: string): Promise<unknown> => {
  const [, url = '', type = '', body = ''] = /^curl -s (\S+) -H 'content-type: (\S+)' -d '(.+)'$/.exec(curl) ?? [];
  return (await fetch(url, { method: 'POST', headers: { 'content-type': type }, body })).json();
};

describe('serve', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kuasheng-serve-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('prints the doors, the workspace, the data and one curl that is answered', async () => {
    const code = await served(`--data ${folder}`, async (banner) => {
      expect(banner).toMatch(/医院接口 {2}POST http:\/\/127\.0\.0\.1:\d+\/fsi\/api\/1101/);
      expect(banner).toMatch(/国家平台 {2}POST .+\/national\/1107/);
      expect(banner).toContain(`数据      ${folder}`);
      expect(banner).toContain('工作区    default');
      const curl = banner.split('\n').find((line) => line.startsWith('curl')) ?? '';
      expect(await sendAsCurl(curl)).toMatchObject({ infcode: 0, output: { baseinfo: { psn_name: '秦双慢' } } });
    });
    expect(code).toBe(0);
  });

  it('says the same as one line of JSON, at the time that it was given', async () => {
    const words = ['--memory', '--json', '--strict', '--now', '2026-09-01 08:00:00'];
    const terminal = recordingTerminal();
    const ended = run(['serve', '--port', '0', ...words], terminal);
    const start = JSON.parse(await terminal.firstPrinted) as Start;
    expect(start.now).toMatch(/^2026-09-01 08:00:0\d$/);
    expect(start.dataDir).toBeUndefined();
    expect(await sendAsCurl(start.curl)).toMatchObject({
      infcode: -1,
      err_msg: expect.stringContaining('接口表') as string,
    });
    terminal.stop();
    expect(await ended).toBe(0);
  });

  it('keeps what was done for the next start, settings too', async () => {
    await served(`--data ${folder} --strict --json`, async (line) => {
      const { url } = JSON.parse(line) as Start;
      await kuasheng(`institution add --code H44030000778 --name 留存医院 --base ${url}`);
    });
    await served(`--data ${folder} --json`, async (line) => {
      const { url } = JSON.parse(line) as Start;
      expect((await kuasheng(`institution list --base ${url}`)).out).toContain('留存医院');
      expect((await kuasheng(`settings show --base ${url}`)).out).toContain('strict=true');
    });
  });

  it('refuses a port that is taken before it opens the data', async () => {
    await served('--memory --json', async (line) => {
      const { port } = new URL((JSON.parse(line) as Start).url);
      const { code, err } = await kuasheng(`serve --port ${port} --data ${folder}/second`);
      expect(code).toBe(1);
      expect(err).toBe(`端口 ${port} 已被占用，可能沙箱已经在运行。换一个端口：--port ${Number(port) + 1}`);
    });
  });

  it('refuses a data folder that a living process serves, and takes over one that a dead process left', async () => {
    await served(`--data ${folder} --json`, async () => {
      const { code, err } = await kuasheng(`serve --port 0 --data ${folder}`);
      expect(code).toBe(1);
      expect(err).toContain(`正由另一个沙箱使用（进程 ${process.pid}）`);
    });
    expect(existsSync(join(folder, 'serving.pid'))).toBe(false);
    writeFileSync(join(folder, 'serving.pid'), `${NOBODY}\n`);
    expect(await served(`--data ${folder} --json`, () => Promise.resolve())).toBe(0);
  });

  it('makes a token where other machines can reach it, and tells it', async () => {
    await served('--memory --json --host 0.0.0.0', async (line) => {
      const { url, token = '' } = JSON.parse(line) as Start;
      expect((await kuasheng(`personas --base ${url}`)).err).toContain('口令');
      expect((await kuasheng(`personas --base ${url} --token ${token}`)).code).toBe(0);
    });
  });
});

describe('serve --policies', () => {
  type Played = { passed: boolean; explanation: readonly { parameter?: string; source?: string }[] };

  /** Plays the main job for a person at a server with these policies; the files and sources that it was reckoned by. */
  const settledBy = async (own: string, persona: string) => {
    let played: Played = { passed: false, explanation: [] };
    let policies: unknown;
    await served(`--memory --json --policies ${own}`, async (line) => {
      const start = JSON.parse(line) as Start & { policies: unknown };
      const { out } = await kuasheng(`demo --base ${start.url} --persona ${persona} --json`);
      [played, policies] = [JSON.parse(out) as Played, start.policies];
    });
    const founded = played.explanation.filter(({ parameter }) => parameter !== undefined);
    return {
      passed: played.passed,
      policies,
      folders: new Set(founded.map(({ parameter }) => parameter?.replace(/\/[^/]+$/, ''))),
      sources: founded.map(({ source }) => source?.slice(0, 3)),
    };
  };

  it('settles by a place of the user', async () => {
    const own = ownPlace('440300-mine');
    const { passed, policies, folders, sources } = await settledBy(own, 'shenzhen-worker-unpaid');
    expect(passed).toBe(true);
    expect(policies).toEqual([expect.objectContaining({ place: '440300', folder: `${own}/440300-mine` })]);
    expect(folders).toEqual(new Set([`${own}/440300-mine`]));
    expect(new Set(sources)).toEqual(new Set(['自带 ']));
  });

  it('settles by it where the sandbox ships the same place, and says so', async () => {
    const own = ownPlace('610100-mine');
    const { passed, policies, folders } = await settledBy(own, 'xian-worker-hypertension-diabetes');
    expect([passed, folders]).toEqual([true, new Set([`${own}/610100-mine`])]);
    expect(policies).toEqual([{ place: '610100', name: '西安市', folder: `${own}/610100-mine`, replaces: true }]);
    await served(`--memory --policies ${own}`, (banner) => {
      expect(banner).toContain(`自带政策  西安市 610100：${own}/610100-mine（代替随附的政策）`);
      return Promise.resolve();
    });
  });

  it('does not start with a file that is wrong: it names file, line and reason', async () => {
    const own = ownPlace('440300-mine');
    bendFile(`${own}/440300-mine/resident-general.yaml`, 'benefit: general', 'benefit: outpatient');
    const { code, out, err } = await kuasheng(`serve --memory --port 0 --policies ${own}`);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^政策文件有错，没有载入：\n/);
    expect(err).toMatch(new RegExp(`${own}/440300-mine/resident-general.yaml:\\d+ “benefit” 的值不在允许的范围内`));
  });
});
