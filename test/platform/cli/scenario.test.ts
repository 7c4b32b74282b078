import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { width } from '../../../src/platform/cli/layout/width.ts';
import { kuasheng } from './command-line.ts';
import { runningServer } from './running-server.ts';

type Run = {
  passed: boolean;
  scenarios: { name: string; verdict: string; workspace: string; steps: { did: string; problems: string[] }[] }[];
};

describe('kuasheng scenario', () => {
  const server = runningServer();
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kuasheng-own-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const own = (name: string, steps: string): string => {
    const head = `name: ${name}\ntitle: 自己的场景\npurpose: 看一看\nexpect_his: 照做\ngroup: normal\n`;
    writeFileSync(join(folder, `${name}.yaml`), `${head}who: xian-worker-hypertension-diabetes\nsteps:\n${steps}`);
    return join(folder, `${name}.yaml`);
  };
  const workspaces = async (): Promise<string[]> => {
    const answer = await fetch(`${server.url()}/_sandbox/workspaces`);
    return ((await answer.json()) as { workspaces: { name: string }[] }).workspaces.map(({ name }) => name);
  };

  it('lists the shipped ones by group, what each needs, no line wider than the screen', async () => {
    const { code, out } = await kuasheng('scenario list');
    expect(code).toBe(0);
    expect(out).toContain('退费和冲正 refund-reversal');
    expect(out).toMatch(/his-settles-once .*被测系统/);
    expect(out).toMatch(/settled-survives-restart .*重启/);
    expect(Math.max(...out.split('\n').map(width))).toBeLessThanOrEqual(100);
    const { out: rows } = await kuasheng('scenario list --group money --json');
    expect(JSON.parse(rows)).toContainEqual(expect.objectContaining({ name: 'year-turns', group: 'money' }));
  });

  it('finds nothing wrong with the shipped ones', async () => {
    expect(await kuasheng('scenario lint')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/没有问题$/) as string,
    });
  });

  it('says of a wrong file where, what came, what is allowed; codes of the tables included', async () => {
    const file = own(
      'wrong',
      '  - call: 2207\n    input: { data: { medfee_sum: 1 } }\n  - call: 9999\n  - call: 1101\n    as: 440000\n',
    );
    const { code, out } = await kuasheng(['scenario', 'lint', file]);
    expect(code).toBe(1);
    expect(out.split('\n')).toEqual([
      `${file}:8 2207 的 data 没有字段 medfee_sum，是不是 medfee_sumamt？`,
      `${file}:10 call 写的是 9999，医院接口没有这个交易，见 kuasheng tx list`,
      `${file}:11 call 写的是 1101，国家接口没有这个交易，见 kuasheng tx list`,
      '共 3 处问题',
    ]);
    const broken = own('broken', '  - call: 22o7\n');
    const { code: refused, err } = await kuasheng(['scenario', 'run', broken]);
    expect(refused).toBe(1);
    expect(err).toBe(`${broken}:8 第 1 步：call 写的是 “22o7”，应为交易编号，如 2207`);
    expect((await kuasheng('scenario lint nowhere.yaml')).err).toBe('没有文件或文件夹 nowhere.yaml');
  });

  it('plays one, step by step, and says what the HIS should do', async () => {
    const { code, out } = await kuasheng(`scenario run not-signed-in --base ${server.url()}`);
    expect(code).toBe(0);
    expect(out).toContain('✓ 第 2 步 9001 签到');
    expect(out).toContain('应答：[就医地 深圳市] 未签到：请先调用 9001 签到');
    expect(out).toContain('正确的 HIS：收到“未签到”自动签到一次并重发本笔');
    expect(out).toMatch(/✓ 1 个场景：通过 1，未通过 0，跳过 0$/);
    expect(await workspaces()).toEqual(['default']);
  });

  it('plays a file of the user, which may use the shipped ones, and says what was expected and what came', async () => {
    const file = own('mine', '  - use: registered\n  - call: 2203\n    expect: { refused: 备案 }\n');
    const { code, out } = await kuasheng(['scenario', 'run', file, '--base', server.url()]);
    expect(code).toBe(1);
    expect(out).toContain('✗ mine  自己的场景（4 步）');
    expect(out.replaceAll(/\n\s*/g, '')).toContain(`第 4 步 2203 门诊就诊信息上传（${file}:9）`);
    expect(out).toContain('应被拒绝（备案），实为成功');
    expect(out).toContain('正确的 HIS：照做');
  });

  it('plays a group, several at once, told in their order, and writes JUnit', async () => {
    const junit = join(folder, 'junit.xml');
    const file = own('wrong-answer', '  - call: 1101\n    expect: { refused: "<备案>" }\n');
    const words = ['scenario', 'run', file, '--group', 'sign-in', '--junit', junit, '--json', '--base', server.url()];
    const { code, out } = await kuasheng(words);
    expect(code).toBe(1);
    const { passed, scenarios } = JSON.parse(out) as Run;
    expect(passed).toBe(false);
    expect(scenarios.map(({ name }) => name)).toEqual([
      'wrong-answer', 'not-signed-in', 'sign-in-ends-at-midnight', 'sign-in-lost-elsewhere', 'signed-in', 'signed-out',
    ]); // prettier-ignore
    expect(new Set(scenarios.map(({ workspace }) => workspace)).size).toBe(6);
    const xml = readFileSync(junit, 'utf8');
    expect(xml).toContain('<testsuite name="签到" tests="5" failures="0" skipped="0">');
    expect(xml).toMatch(/<failure message="[^"<]*应被拒绝（&#60;备案&#62;），实为成功">/);
  });

  it('restarts a sandbox of its own, and skips that with a word at another one', async () => {
    expect((await kuasheng('scenario run settled-survives-restart')).out).toMatch(/✓ 1 个场景：通过 1/);
    const { code, out } = await kuasheng(`scenario run settled-survives-restart --base ${server.url()}`);
    expect(code).toBe(0);
    expect(out).toContain('别处的沙箱由别人重启；不写 --base 时由本命令重启');
    expect(out).toMatch(/○ 1 个场景：通过 0，未通过 0，跳过 1；跳过的没有验证$/);
  });

  it('leaves the workspace there when it is told to', async () => {
    await kuasheng(`scenario run registered --keep --base ${server.url()}`);
    expect(await workspaces()).toEqual(['default', expect.stringMatching(/^scenario-\d+-1$/)]);
    expect(await kuasheng('scenario run registered --keep')).toMatchObject({ code: 2 });
  });

  it.each<[string, number, unknown]>([
    ['scenario run', 2, '请写场景名、文件，或 --all、--group；全部场景见 kuasheng scenario list'],
    ['scenario run registred', 2, '没有场景 registred，是不是 registered？全部场景见 kuasheng scenario list'],
    ['scenario run registered --jobs 0', 2, expect.stringContaining('应为 1 到 99 的整数')],
    ['scenario run registered --group others', 2, expect.stringContaining('--group')],
    ['scenario run registered --base http://127.0.0.1:9', 3, expect.stringContaining('连不上沙箱')],
  ])('%s', async (words, code, err) => {
    expect(await kuasheng(words)).toMatchObject({ code, err });
  });
});
