import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { instantOf } from '../../../src/kernel/civil-time.ts';
import { settlementRow } from '../store/rows.ts';
import { kuasheng } from './command-line.ts';
import { runningServer } from './running-server.ts';

/** A month of clearing by the command line alone: what a province does in it, and what goes wrong. */

const server = runningServer({ startClock: { mode: 'frozen', at: instantOf('2026-09-01 10:00:00') } });

const folder = mkdtempSync(join(tmpdir(), 'kuasheng-clearing-acts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const at = (words: string) => kuasheng(`${words} --base ${server.url()}`);
const clearing = async (words: string) => {
  const { code, out, err } = await at(`clearing ${words}`);
  return code === 0 ? out : `${code} ${err}`;
};

/** A settlement of somebody of 西安 in 深圳 that the province sent itself. */
const settle = (setl_id: string, setl_time: string, fund: number) =>
  server.sandbox().workspaceOf('').world().queue.submit((writer) => {
    const row = settlementRow({ setl_id, setl_time, book: 'national', mdtrtarea: '440300', insuplc: '610100' });
    const shares = { ...row.shares, medfee_sumamt: fund, fund_pay_sumamt: fund, acct_pay: 0 };
    writer.apply([{ kind: 'settlement.add', settlement: { ...row, shares: shares as typeof row.shares } }]);
  }); // prettier-ignore

describe('kuasheng clearing fault', () => {
  it('sets, lists and drops what goes wrong', async () => {
    expect(await clearing('fault list')).toBe('没有设清算故障');
    expect(await clearing('fault add missing --province 440000 --date 2026-09-01')).toBe(
      '已设 GZ0001 广东省 就医省清单少一笔，2026-09-01',
    );
    expect(
      await clearing('fault add amount-differs --province 440000 --date 2026-09-03 --setl-id A1 --amount 0.5'),
    ).toBe('已设 GZ0002 广东省 就医省清单金额不符，2026-09-03，结算 A1，0.50 元');
    expect(await clearing('fault add late --province 610000 --month 2026-11')).toBe(
      '已设 GZ0003 陕西省 到期不办，202611 清算',
    );
    expect(await clearing('fault add rejects --province 320000 --reason 金额有误')).toBe(
      '已设 GZ0004 江苏省 对应付清算表有异议，每个月，理由：金额有误',
    );
    expect((await clearing('fault list')).split('\n')).toHaveLength(4);
    expect(await clearing('status')).toContain('设定的故障\n  GZ0001 广东省 就医省清单少一笔，2026-09-01');
    expect(await clearing('fault drop GZ0002')).toMatch(
      /^已去掉 GZ0002 .*；这一天已经对账的，请再办 kuasheng clearing recheck 2026-09-03$/,
    );
    expect(await clearing('fault drop GZ0003')).toBe('已去掉 GZ0003 陕西省 到期不办，202611 清算');
    expect(await clearing('fault drop GZ0004')).toBe('已去掉 GZ0004 江苏省 对应付清算表有异议，每个月，理由：金额有误');
    expect(await clearing('fault drop GZ0002')).toBe('1 没有清算故障 GZ0002');
    const listed = JSON.parse(await clearing('fault list --json')) as object;
    expect(listed).toEqual({ faults: [{ id: 'GZ0001', kind: 'missing', province: '440000', date: '2026-09-01' }] });
  });

  it('says what a fault lacks, and what it does not take', async () => {
    expect(await clearing('fault add missing --province 440000')).toBe('1 缺少 date');
    expect(await clearing('fault add late --province 610000 --date 2026-09-01')).toBe('1 不认识的字段 date');
    expect(await clearing('fault add missing --province 440300 --date 2026-09-01')).toContain('应为省级区划');
    expect(await clearing('fault add late --province 610000 --month 2026-13')).toContain('应为清算年月 yyyy-MM');
    expect(await clearing('fault add slow --province 610000')).toMatch(/^2 /);
    for (const amount of ['0', '-1', '1.234', 'x'])
      expect(await clearing(`fault add extra --province 440000 --date 2026-09-01 --amount ${amount}`)).toContain(
        '应为大于零的金额，元',
      );
  });
});

describe('a month by hand', () => {
  it('is rechecked, acted in step by step, and something is deducted from it', async () => {
    await settle('A1', '2026-09-01 11:00:00', 700_01);
    await settle('A2', '2026-09-01 12:00:00', 300_00);
    expect(await clearing('recheck 2026-08-31')).toBe('2026-08-31 没有跨省结算');
    expect(await clearing('recheck 2026-09-01')).toBe(
      '2026-09-01 广东省：2 笔（省级系统自报 2 笔），一致 1 笔，不平 1 笔\n  A1 国家平台有、就医省广东省没有',
    );
    await clearing('fault drop GZ0001');
    expect(await clearing('recheck 2026-09-01')).toBe('2026-09-01 广东省：2 笔（省级系统自报 2 笔），一致 2 笔，对平');
    expect(await clearing('recheck 2026-9-2')).toBe('1 日期应为 yyyy-MM-dd');
    expect(await clearing('deduct --setl-id A1 --amount 1 --reason 超量开药')).toContain('还没有确认进入清算');

    await at('clock advance 2026-10-09');
    await clearing('run --month 2026-09 --until collected');
    expect(await clearing('deduct --setl-id A1 --amount 0.01 --reason 超量开药')).toBe(
      'KK0001 审核扣款 0.01 元，结算 A1，列入 202609 清算',
    );
    expect(await clearing('run --month 2026-09 --until generated')).toContain('账单应付 1000.00 元');
    const act = (words: string) => clearing(`act --month 2026-09 --payer 610000 ${words}`);
    expect(await act('--kind submit')).toBe('1 清算还没有办到这一步，或者已经办过：现在是“已生成清算表”');
    const rejected = await act('--kind reject --reason 金额有误');
    expect(rejected).toContain('陕西省  广东省  1000.00  0.00    0.00  有异议：金额有误');
    expect(await act('--kind correct')).toContain('待确认');
    expect(await act('--kind confirm')).toContain('账单 已确认 1');
    await clearing('run --month 2026-09 --until noticed');
    expect(await act('--kind submit')).toContain('已提交财政');
    expect(await act('--kind transfer --payee 440000 --amount 400')).toContain('部分付款');
    expect(await act('--kind transfer --payee 440000 --amount 600.01')).toBe('1 付款超过应付金额');
    expect(await act('--kind transfer --payee 440000')).toBe('1 缺少 amount');
    expect(await act('--kind transfer --payee 440000 --amount 600')).toContain('已付款');
    expect(await act('--kind receive --payee 440000')).toContain('已到账 1000.00 元');
  });

  it('refuses what nobody collected, and a wrong month', async () => {
    expect(await clearing('act --month 2026-12 --kind confirm --payer 610000')).toBe('1 202612 还没有申报清算');
    expect(await clearing('act --month 2026 --kind confirm --payer 610000')).toContain('应为清算年月 yyyy-MM');
    expect(await clearing('act --month 2026-09 --payer 610000')).toBe('2 缺少选项 --kind <kind>');
  });

  it('has a quota that somebody set', async () => {
    expect(await clearing('quota --year 2026 --payer 610000 --payee 440000 --amount 2000')).toBe(
      '2026 年预付金额度：陕西省预付广东省 2000.00 元',
    );
    const set = JSON.parse(
      await clearing('quota --year 2026 --payer 610000 --payee 440000 --amount 1500 --json'),
    ) as object;
    expect(set).toMatchObject({ quota: { year: '2026', amount: 1500_00, set: 'by-hand' } });
    expect(await clearing('prepayments --month 2026-09')).toContain('1500.00');
    expect(await clearing('quota --year 26 --payer 610000 --payee 440000 --amount 1')).toMatch(/^1 year/);
  });

  it('says that working days are those of plain weeks where nobody has published the holidays', async () => {
    const known = '2020 年的节假日安排未收录，期限按周一至周五推算';
    expect(await clearing('run --month 2020-05 --until noticed')).toContain(`；${known}`);
    await clearing(`documents --month 2020-05 --province 440000 --out ${folder}`);
    const notices = readFileSync(join(folder, 'clearing-2020-05-440000.html'), 'utf8');
    expect(notices.split(known)).toHaveLength(3);
    expect(await clearing('run --month 2026-03 --until noticed')).not.toContain('节假日');
  });
});
