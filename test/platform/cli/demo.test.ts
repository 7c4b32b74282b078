import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { moneyChecks, splitChecks } from '../../../src/platform/features/demo/checks.ts';
import type { Step } from '../../../src/platform/features/demo/play.ts';
import { demoClaims } from '../../../src/platform/workspace/seeds/demo-claims.ts';
import { width } from '../../../src/platform/cli/layout/width.ts';
import { kuasheng } from './command-line.ts';
import { runningServer } from './running-server.ts';

type Played = { passed: boolean; steps: Step[]; explanation: { rule: string; before: number; after: number }[] };

describe('the demo', () => {
  const server = runningServer();
  const played = async (words = ''): Promise<Played> =>
    JSON.parse((await kuasheng(`demo --json --base ${server.url()}${words}`)).out) as Played;

  it('plays the main job for real, as a process of its own, in a terminal of 100 columns', async () => {
    const { stdout } = await promisify(execFile)(process.execPath, ['bin/kuasheng.mjs', 'demo']);
    expect(stdout).toContain('[12/12] 2207 门诊结算 · 用新报文号再次结算');
    expect(stdout).toContain('✓ 499.50 = 58.00 + 44.50 + 29.36 + 367.64（合计 = 全自费 + 超限价 + 先自付 + 范围内）');
    expect(stdout).toContain('✓ 应答与上次逐字节相同，没有重复结算');
    expect(stdout).toContain('✓ 12 步全部成功，');
    expect(stdout).not.toContain('✗');
    expect(Math.max(...stdout.split('\n').map(width))).toBeLessThanOrEqual(100);
  });

  it('is an ordinary client of any server, twice in a row as well', async () => {
    const first = await played();
    expect(first.passed).toBe(true);
    expect(first.steps.map(({ infno }) => infno)).toEqual([
      '9001', '1101', '2201', '2203', '2204', '2206', '2207', '2207', '2208', '2601', '2601', '2207',
    ]); // prettier-ignore
    expect((await played()).passed).toBe(true);
  });

  it('explains the last settlement from the whole claim down to nothing', async () => {
    const { explanation } = await played();
    expect(explanation[0]).toMatchObject({ rule: 'claim', before: 49_950 });
    expect(explanation.at(-1)).toMatchObject({ rule: 'cash', after: 0 });
  });

  it('shows the funds at work with a person whose deductible is nearly used', async () => {
    const { steps } = await played(' --persona nanjing-worker-deductible-nearly-used');
    expect(steps.find(({ key }) => key === 'settle')?.output).toMatchObject({
      setlinfo: { act_pay_dedc: 100, hifp_pay: 160.58, psn_part_amt: 338.92 },
    });
  });

  it.each(demoClaims().map(({ dise_codg, lines }) => [dise_codg, lines.length]))(
    'plays the claim of %s with its persona',
    async (code, lines) => {
      const { passed, steps } = await played(` --disease ${code}`);
      expect(passed).toBe(true);
      expect(steps.find(({ key }) => key === 'visit')?.input).toMatchObject({ mdtrtinfo: { dise_codg: code } });
      expect(steps.find(({ key }) => key === 'fees')?.input).toHaveProperty('feedetail.length', lines);
    },
  );

  it('names the diseases that have a claim', async () => {
    const { code, err } = await kuasheng(`demo --base ${server.url()} --disease M00300`);
    expect(code).toBe(2);
    expect(err).toMatch(/^--disease（病种代码）M00300 没有演示费用，可用：M03900 高血压、M01600 糖尿病、/);
  });

  it('stops at the first refusal, shows it and fails', async () => {
    const { code, out } = await kuasheng(`demo --base ${server.url()} --persona nanjing-worker-rheumatoid`);
    expect(code).toBe(1);
    expect(out).toContain('infcode  -1 失败');
    expect(out).toContain('✗ 第 6 步（共 12 步）被拒绝');
    expect(out).not.toContain('[ 7/12]');
  });

  it('needs a card', async () => {
    const { code, err } = await kuasheng(`demo --base ${server.url()} --persona nanjing-worker-no-card`);
    expect([code, err]).toEqual([1, '宁无卡没有社会保障卡，请换一个人员']);
  });
});

describe('the checks of the demo', () => {
  const setlinfo = {
    medfee_sumamt: 499.5,
    fulamt_ownpay_amt: 58,
    overlmt_selfpay: 44.5,
    preselfpay_amt: 29.36,
    inscp_scp_amt: 367.64,
    hifp_pay: 160.58,
    fund_pay_sumamt: 160.58,
    psn_part_amt: 338.92,
    acct_pay: 300,
    psn_cash_pay: 38.92,
    hosp_part_amt: 0,
  };
  const setldetail = [{ fund_payamt: 160.58 }, { fund_payamt: 300 }];
  const broken = (output: object) => moneyChecks(output).filter(({ holds }) => !holds);

  it('hold for a settlement whose sums agree to the 分', () => {
    expect(broken({ setlinfo, setldetail })).toEqual([]);
  });

  it.each([
    'medfee_sumamt',
    'inscp_scp_amt',
    'hifp_pay',
    'fund_pay_sumamt',
    'psn_part_amt',
    'acct_pay',
    'psn_cash_pay',
  ])('notice one 分 too many in %s', (code) => {
    const amount = setlinfo[code as keyof typeof setlinfo];
    const wrong = Number((amount + 0.01).toFixed(2));
    expect(broken({ setlinfo: { ...setlinfo, [code]: wrong }, setldetail }).length).toBeGreaterThan(0);
  });

  it('notice a line whose parts do not add up', () => {
    const line = { det_item_fee_sumamt: 36.5, overlmt_amt: 6.5, preselfpay_amt: 4.5, inscp_scp_amt: 25.49 };
    expect(splitChecks({ result: [line] }).map(({ holds }) => holds)).toEqual([false, false]);
  });
});
