import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kuasheng } from './command-line.ts';
import { runningServer } from './running-server.ts';

const server = runningServer();
const folder = mkdtempSync(join(tmpdir(), 'kuasheng-journal-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const at = (words: string) => kuasheng(`${words} --base ${server.url()}`);
const json = async <T>(words: string): Promise<T> => JSON.parse((await at(`${words} --json`)).out) as T;

type Row = { readonly seq: number; readonly trace: string; readonly infno: string };
type Found = { readonly rows: readonly Row[] };

beforeAll(async () => {
  await at('demo');
});

describe('journal', () => {
  it('lists and searches what came', async () => {
    const { code, out } = await at('journal list --infno 2207 --door hospital --limit 2');
    expect(code).toBe(0);
    expect(out).toMatch(/^ *序号 +时间 +追踪号 +接口 +交易 +发送方 +结果\n/);
    expect(out).toMatch(/医院 +2207 门诊结算 +H44030099001 +成功/);
    const { rows } = await json<Found>('journal list --limit 5');
    const last = rows[4]?.seq ?? 0;
    expect((await at('journal list --limit 5')).out).toMatch(new RegExp(`还有更早的：加 --before ${last}$`));
    const earlier = await json<Found>(`journal list --limit 5 --before ${last}`);
    expect(earlier.rows.every(({ seq }) => seq < last)).toBe(true);
    expect((await at('journal search 高血压 --infno 2203')).out).toMatch(/…[^…]*高血压[^…]*…/);
    expect((await at('journal search 无此一说')).out).toBe('没有符合的报文');
    expect(await at('journal search 一')).toMatchObject({ code: 1, err: 'text 应至少为两个汉字或三个字符' });
    expect((await at('journal search 沙箱收费员 --bodies')).out).toMatch(
      / {2}请求 {2}utf-8 {2}….*\n查了 \d+ 份原始报文，\d+ 份里有$/s,
    );
  });

  it('shows one message, and of a refused one what it nearly was', async () => {
    await at('tx call 2208 --set mdtrt_id=S1 --set setl_id=A1');
    const { rows } = await json<Found>('journal list --refusal settlement-unknown,visit-unknown --hop 0 --limit 1');
    const { code, out } = await at(`journal show ${rows[0]?.trace ?? ''}`);
    expect(code).toBe(0);
    expect(out).toContain('医院  2208 门诊结算撤销');
    expect(out).toContain('差在哪里：');
    expect(out).toMatch(/· (结算|就诊)ID（input\.data\.(setl_id|mdtrt_id)）\n {4}收到 +\w+\n {4}允许 /);
    expect(out).toMatch(/应答（utf-8，\d+ 字节）\n\{"infcode":-1/);
    expect((await at('journal show T0')).err).toContain('没有追踪号 T0 的报文');
  });

  it('follows what comes', async () => {
    const tailing = at('journal tail --infno 1901,1101 --count 2');
    await new Promise((resolve) => setTimeout(resolve, 300));
    await at('tx call 9001');
    await at('tx call 1101');
    await at('tx call 1101');
    const { code, out } = await tailing;
    expect(code).toBe(0);
    expect(out.split('\n')).toHaveLength(2);
    expect(out).toMatch(/医院 {2}1101 人员信息获取 {2}H44030099001 {2}成功/);
  });

  it('tells its state and its hash', async () => {
    expect((await at('journal state')).out).toMatch(/^日志 \d+ 条，.+，最多 1000000 条；已删 0 条\n原始报文 \d+ MiB/);
    expect((await at('journal hash')).out).toMatch(/^[0-9a-f]{64}\n\d+ 条/);
  });
});

describe('a recording', () => {
  const file = join(folder, 'all.ndjson');

  it('is exported as lines', async () => {
    expect((await at(`journal export ${file}`)).out).toMatch(/^已导出 \d+ 条到 .+all\.ndjson$/);
    const { out } = await at('journal export - --infno 2207 --no-bodies');
    expect(out.split('\n').length).toBeGreaterThan(3);
    expect((await at(`journal export ${folder}/no/such`)).code).toBe(2);
  });

  it('is replayed in a world of its own, and comes out the same', async () => {
    const { code, out, err } = await at(`journal replay ${file}`);
    expect([err, out]).toEqual(['', expect.stringMatching(/^\d+ 笔结算中没有不同\n其余 \d+ 笔报文中没有不同$/)]);
    expect(code).toBe(0);
    expect((await at('workspace list')).out).not.toContain('replay-');
  });

  it('tells field by field what comes out otherwise, and by which step', async () => {
    const changed = join(folder, 'changed.ndjson');
    const other = readFileSync(file, 'utf8').split('\n').map(withOtherRate).join('\n');
    writeFileSync(changed, other);
    const { code, out } = await at(`journal replay ${changed} --into mine --keep`);
    expect(code).toBe(1);
    expect(out).toMatch(/^\d+ 笔结算中 1 笔不同：\n {2}T\d{10} {2}2207 {2}msgid \w+\n/);
    expect(out).toMatch(/\n {4}output\.setlinfo\.fund_pay_sumamt {2}原 1\.23，现 \d+\.\d\d\n/);
    expect(out).toMatch(/\n {4}因为 .+：原 99%，.+ 元（.+），现 70%，.+ 元（.+）\n/);
    expect((await at('workspace list')).out).toContain('mine');
    const again = await at(`journal replay ${file} --into mine`);
    expect(again).toMatchObject({ code: 1, err: '工作区 mine 已存在' });
  });

  it('that is none is refused', async () => {
    expect(await at(`journal replay ${folder}/gone`)).toMatchObject({
      code: 2,
      err: expect.stringContaining('没有文件') as string,
    });
    expect((await at('journal replay package.json')).code).toBe(2);
    const cut = join(folder, 'cut.ndjson');
    writeFileSync(cut, readFileSync(file, 'utf8').slice(0, 3_000));
    expect((await at(`journal replay ${cut}`)).err).toContain('没有传完');
  });
});

let isChanged = false;

/** The first settlement as a world with another rate would have answered it. */
const withOtherRate = (text: string): string => {
  if (isChanged || text === '') return text;
  const line = JSON.parse(text) as {
    answerBytes?: string;
    explanation?: { value?: string; title: string }[];
  };
  const step = line.explanation?.find(({ value }) => value === '70%');
  if (!step || line.answerBytes === undefined) return text;
  isChanged = true;
  step.value = '99%';
  const answer = Buffer.from(line.answerBytes, 'base64')
    .toString()
    .replace(/"fund_pay_sumamt":[\d.]+/, '"fund_pay_sumamt":1.23');
  return JSON.stringify({ ...line, answerBytes: Buffer.from(answer).toString('base64') });
};
