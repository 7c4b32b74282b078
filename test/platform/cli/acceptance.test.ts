import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Status } from '../../../src/platform/sandbox.ts';
import { kuasheng } from './command-line.ts';
import { runningServer } from './running-server.ts';

const server = runningServer();
const folder = mkdtempSync(join(tmpdir(), 'kuasheng-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs a command for 广东 against the server of this file; a text with blanks is a word of its own. */
const at = (words: string, ...more: readonly string[]) =>
  kuasheng([...`acceptance ${words} --province 440000 --base ${server.url()}`.split(' '), ...more]);

describe('acceptance status', () => {
  it('tells by side and disease how much is met, and ends with 1 while anything blocks', async () => {
    const { code, out } = await at('status --role treatment');
    expect(code).toBe(1);
    expect(out).toMatch(/^广东省验收（.*）：还有 \d+ 项未完成\n/);
    expect(out).toMatch(/就医省 +M05300 +23 +0 +23 +0/);
    expect(out).toMatch(/就医省 +非范围内病种 +2 +0 +2 +0/);
    expect(out).not.toContain('参保省');
  });

  it('lists every row of a disease', async () => {
    const { out } = await at('status --all --disease M06900');
    expect(out).toMatch(/1\.2\.2\.M06900\.1 +查询认定资格 +待测 +0\/2 +0/);
    expect(out).toMatch(/2\.M06900\.8 +结算查询界面只见本省、结果正确 +自述/);
    expect(out).toMatch(/参保省\n[^]*1\.3\.3\.M06900\.10/);
  });

  it('is JSON for scripts', async () => {
    const { code, out } = await at('status --json --role insured');
    const status = JSON.parse(out) as Status;
    expect([code, status.done, status.sides.map(({ side }) => side)]).toEqual([1, false, ['insured']]);
  });

  it('says what is no province and no disease', async () => {
    expect(await kuasheng('acceptance status --province 440300')).toMatchObject({ code: 2 });
    expect(await at('status --disease M99999')).toMatchObject({ code: 2, err: '没有病种 M99999' });
  });
});

describe('acceptance missing', () => {
  it('says what lacks, what to send, and gives the first call whole', async () => {
    const { code, out } = await at('missing --role treatment --disease M05300');
    expect(code).toBe(1);
    expect(out).toMatch(/1\.2\.2\.M05300\.1 +查询认定资格 +待测 +还差 2 +发 1406/);
    expect(out).toContain('1.2.2.M05300.1 的下一步：\ncurl -sS -u "440000:kuasheng-440000"');
  });
});

describe('acceptance explain', () => {
  it('writes the explanation of a row, and takes it back', async () => {
    expect(await at('explain 1.2.3', '--text', '用 PSAM 卡 读卡')).toMatchObject({
      code: 0,
      out: '已说明 1.2.3：用 PSAM 卡 读卡',
    });
    expect((await at('status --all --disease common')).out).toMatch(/1\.2\.3 .* 不需测 .*用 PSAM 卡 读卡/);
    expect((await at('explain 1.2.3', '--text', '')).out).toBe('已撤回说明：1.2.3');
  });

  it('is refused where a test is wanted, each such row named', async () => {
    const { code, err } = await at('explain 1.2.2.M05300.3 3.1203', '--text', '来不及');
    expect(code).toBe(1);
    expect(err).toContain('1.2.2.M05300.3（附件1 §2.2 M05300 序号3）不能用情况说明代替测试');
    expect(err).toContain('3.1203');
  });
});

describe('acceptance report', () => {
  const file = (name: string) => join(folder, name);

  it('writes the form as page, JSON and JUnit, and ends with 1 while anything blocks', async () => {
    const { code, out } = await at(
      `report --html ${file('form.html')} --json ${file('form.json')} --junit ${file('form.xml')}`,
    );
    expect(code).toBe(1);
    expect(out).toContain(`已写入 ${file('form.html')}`);
    expect(readFileSync(file('form.html'), 'utf8')).toContain('广东省医疗保障局');
    expect(JSON.parse(readFileSync(file('form.json'), 'utf8'))).toMatchObject({ form: { rehearsalOnly: true } });
    expect(readFileSync(file('form.xml'), 'utf8')).toContain('<testsuites name="广东省验收">');
  });

  it('says when no file is named, and when one cannot be written', async () => {
    expect(await at('report')).toMatchObject({ code: 2, err: expect.stringContaining('--html') as string });
    const nowhere = await at(`report --html ${file('gone/form.html')}`);
    expect(nowhere).toMatchObject({ code: 2, err: expect.stringContaining('ENOENT') as string });
  });

  it('says when no server answers', async () => {
    const words = ['acceptance', 'report', '--province', '440000', '--base', 'http://127.0.0.1:1', '--html', file('x')];
    expect(await kuasheng(words)).toMatchObject({ code: 3, err: expect.stringContaining('连不上沙箱') as string });
  });
});
