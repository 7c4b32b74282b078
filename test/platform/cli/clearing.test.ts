import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { kuasheng } from './command-line.ts';
import { runningServer } from './running-server.ts';

const server = runningServer();
const folder = mkdtempSync(join(tmpdir(), 'kuasheng-clearing-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const at = (words: string) => kuasheng(`${words} --base ${server.url()}`);

describe('kuasheng clearing', () => {
  it('says where it stands, and why a month cannot be run yet', async () => {
    expect((await at('clearing status')).out).toContain('还没有清算');
    const early = await at('clearing run --month 2099-01');
    expect(early).toMatchObject({ code: 1, out: '' });
    expect(early.err).toContain('要到 2099-02-08 医疗机构确认截止之后才能清算');
    expect((await at('clearing run --month 2020-13')).err).toContain('应为清算年月 yyyy-MM');
  });

  it('runs a month, writes its documents and shows the prepayments', async () => {
    expect((await at('clearing run --month 2020-03')).out).toBe(
      '202003 已办结：明细 0 条，净额 0.00 元，账单应付 0.00 元，已到账 0.00 元',
    );
    expect((await at('clearing status')).out).toContain('清算月份\n  202003 已办结');
    const written = await at(`clearing documents --month 2020-03 --out ${folder}`);
    expect(written).toMatchObject({ code: 0, out: `已写入 ${join(folder, 'clearing-2020-03.html')}` });
    expect(readFileSync(join(folder, 'clearing-2020-03.html'), 'utf8')).toContain('全国跨省异地就医费用清算表');
    await at(`clearing documents --month 2020-03 --province 440000 --format xlsx --out ${folder}`);
    expect(readFileSync(join(folder, 'clearing-2020-03-440000.xlsx')).subarray(0, 2).toString()).toBe('PK');
    expect((await at(`clearing documents --month 2020-04 --out ${folder}`)).err).toContain('还没有生成');
    expect((await at('clearing prepayments --month 2020-03')).out).toContain('使用率');
  });

  it('raises and answers a request', async () => {
    const raised = await at('clearing raise --from 440000 --to 610000 --text 待遇不一致');
    expect(raised.out).toMatch(/^XT0001 问题协同 广东省 → 陕西省 待答复，\d{4}-\d\d-\d\d 前答复：待遇不一致$/);
    expect((await at('clearing answer XT0001 --text 已更正')).out).toContain('已答复');
    expect((await at('clearing answer XT0001 --text 再答')).code).toBe(1);
  });

  it('asks whether a paper bill is genuine', async () => {
    const raise = (more: string) =>
      at(`clearing raise --kind inquiry --from 610000 --to 440000 --text 请核实 --hospital 某市人民医院 ${more}`);
    const stay = '--from-date 2020-08-01 --to-date 2020-08-20';
    const raised = (await raise(`--bill-no 0012345 --total 45678.90 ${stay}`)).out.split('；');
    expect(raised[0]).toMatch(/^XT0002 费用协查 陕西省 → 广东省 待答复，\d{4}-\d\d-26 前答复：请核实$/);
    expect(raised.slice(1)).toEqual([
      '票据 0012345（某市人民医院，医疗类别 21，2020-08-01 至 2020-08-20，总额 45678.90 元）',
    ]);
    expect((await raise(`--bill-no 0012345 --total 30000 ${stay}`)).err).toContain('超过 3 万元');
    expect((await raise(`--total 45678.90 ${stay}`)).err).toContain('缺少 bill_no');
    expect((await at('clearing answer XT0002 --text 已核实')).err).toContain('要写明结论');
    expect((await at('clearing answer XT0002 --finding genuine --text 已核实')).out).toMatch(/；结论 属实$/);
    expect((await at('clearing status')).out).toContain('结论 属实');
  });
});
