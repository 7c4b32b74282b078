import { describe, expect, it } from 'vitest';
import { kuasheng } from './command-line.ts';
import { runningServer } from './running-server.ts';

const server = runningServer();

/** Runs a command against the server of this file. */
const at = (words: string, input?: string) => kuasheng(`${words} --base ${server.url()}`, input);

/** What it prints with `--json`. */
const json = async <T>(words: string, input?: string): Promise<T> =>
  JSON.parse((await at(`${words} --json`, input)).out) as T;

describe('personas', () => {
  it('lists whom there is, and what each is for', async () => {
    const { out } = await at('personas');
    expect(out).toMatch(/xian-worker-hypertension-diabetes +秦双慢 +西安市 +最常见的情况/);
    expect(await json<object[]>('personas')).toContainEqual(expect.objectContaining({ card_no: 'K99000001' }));
  });

  it('shows the numbers of one of them', async () => {
    const { out } = await at('personas nanjing-worker-no-card');
    expect(out).toContain('没有卡');
    expect(out).toContain('账户余额 1660.00');
  });
});

describe('people', () => {
  it('lists the people of a place from a number on', async () => {
    const { out } = await at('people 610100 --from 38 --limit 2');
    expect(out).toMatch(/^编号 +姓名 +社会保障卡 +证件号码 +情况\n/);
    expect(out).toMatch(/610100-38 +成国栋 +P61010012 +619900\d{11}[\dX] +西安市/);
    expect(out).toContain('西安市 1 到 197232 号');
  });

  it('says what is no place, and what is no number', async () => {
    expect((await at('people 610000')).err).toContain('place “610000” 应为参保地');
    expect((await at('people 610100 --from x')).err).toContain('应为从 1 起的整数');
  });

  it('can come to a window: with their numbers, and in a message', async () => {
    expect((await at('personas 610100-38')).out).toContain('P61010012');
    expect((await at('tx call 1101 --persona 610100-38')).out).toContain('成国栋');
    expect((await at('personas 610100-999999')).err).toContain('from “999999” 应为 1 到 197232 的整数');
  });
});

describe('a real HIS brings', () => {
  it('its own institution', async () => {
    const added = await at('institution add --code H44030000777 --name 我的医院 --out-of-area province --no-real-name');
    expect(added).toEqual({ code: 0, out: '已登记：H44030000777 我的医院（深圳市，省内异地定点）', err: '' });
    expect((await at('institution list')).out).toMatch(/H44030000777 +我的医院 +深圳市 +2 +省内异地定点 +否/);
    expect((await at('tx call 9001 --institution H44030000777')).code).toBe(0);
  });

  it('its own item codes, and is told the line that is wrong', async () => {
    const wrong = 'med_list_codg,name,chrgitm_lv,selfpay_prop\nX1,甲药,01,\nX2,乙药,02,\n';
    expect(await at('catalogue import - --place 440300', wrong)).toMatchObject({ code: 1, out: '' });
    expect((await at('catalogue import -', wrong)).err).toContain('第 3 行');
    const right = '医保目录编码,名称,等级,自付比例,院内码\nX1,甲药,甲,,A\nX2,乙药,乙,10%,B\n';
    const { code, out } = await at('catalogue import - --place 440300', right);
    expect([code, out]).toEqual([0, '已导入 2 个项目：深圳市 440300\n没有用到的列：院内码']);
  });
});

describe('explain', () => {
  it('shows step, parameter, value, source and what was left, and that a refund reckons nothing anew', async () => {
    type Played = { steps: { key: string; output: { setlinfo?: { setl_id: string } } | null }[] };
    const { steps } = await json<Played>('demo');
    const id = (key: string) => steps.find((step) => step.key === key)?.output?.setlinfo?.setl_id ?? '';
    const { out } = await at(`explain ${id('settle-anew')}`);
    expect(out).toMatch(/^结算 A610100\d+（有效） .+ 秦双慢 {2}参保地 西安市，就医地 深圳市\n/);
    expect(out).toMatch(/支付比例 +610100-xian\/employee- +70% .+ 499\.50 +499\.50\n/);
    expect(out).toContain(' 1. 费用分割：医疗费总额499.50元');
    expect((await at(`explain ${id('refund')}`)).out).toContain(`退费：结算 ${id('settle')} 的各项金额全部冲回`);
    expect(await json<object>(`explain ${id('settle')}`)).toMatchObject({ settlement: { state: 'reversed' } });
  });
});

describe('claim reimburse', () => {
  /** A bill of today, whatever day the server has. */
  const bill = async (words: string): Promise<string> => {
    const { workspaces } = await json<{ workspaces: { now: string }[] }>('workspace list');
    const date = workspaces[0]?.now.slice(0, 10) ?? '';
    return `claim reimburse --institution H44030099001 --date ${date} --total 499.50 --self-first 31.86 ${words}`;
  };

  it('tells what the insured place gives back, and how it was reckoned', async () => {
    const { code, out } = await at(
      await bill('--person xian-worker-hypertension-diabetes --disease M01600 --receipt 1'),
    );
    expect(code).toBe(0);
    expect(out).toMatch(
      /^手工报销 A610100\d+ {2}秦双慢 {2}参保地 西安市\n医疗费总额 499.50，报销 \d+\.\d\d，个人负担 /,
    );
    expect(out).toContain(' 1. 费用分割：医疗费总额499.50元');
  });

  it('says why nothing is given back', async () => {
    const refused = await at(await bill('--person xian-worker-no-filing --receipt 2'));
    expect(refused).toMatchObject({ code: 1, out: '', err: '[参保地 西安市] 未查询到有效备案，请先办理异地就医备案' });
    expect((await at(await bill('--person nobody --receipt 3'))).err).toContain('没有人员 nobody');
  });
});

describe('maintenance', () => {
  it('is scheduled, listed and called off', async () => {
    expect((await at('maintenance list')).out).toBe('没有停机维护');
    const planned = 'maintenance schedule 610100 --from 2099-01-01T22:00 --to 2099-01-02T06:00 --text 版本升级';
    expect(await at(planned)).toEqual({
      code: 0,
      out: '已登记 MT0001：西安市 2099-01-01 22:00 至 2099-01-02 06:00，版本升级',
      err: '',
    });
    expect((await at('maintenance list')).out).toMatch(/MT0001 +西安市 +2099-01-01 22:00 +无 +未开始，.+ +版本升级/);
    expect((await at('maintenance cancel MT0001')).out).toContain('已取消 MT0001：西安市');
    expect(await json('maintenance list')).toMatchObject({ maintenance: [{ id: 'MT0001', state: 'cancelled' }] });
    expect((await at('maintenance cancel MT0002')).err).toBe('没有停机维护 MT0002');
    expect((await at('maintenance schedule 610100 --to 2001-01-01T00:00 --text x')).err).toContain('应晚于开始时间');
    expect((await at('maintenance schedule 610100 --text x')).code).toBe(2);
  });

  it('has a lead time, single transactions, and a later end', async () => {
    const planned = 'maintenance schedule all --transactions 2207,1107 --from 2099-02-01T22:00 --to 2099-02-02T06:00';
    expect((await at(`${planned} --lead 2h --warn --text 升级`)).out).toBe(
      '已登记 MT0002：各方 2207、1107 2099-02-01 22:00 至 2099-02-02 06:00（2099-02-01 20:00 起新业务附提示），升级',
    );
    const { out } = await at('maintenance list');
    expect(out).toMatch(/MT0002 +各方 2207、1107 +2099-02-01 22:00 +2099-02-01 20:00 起新.* +未开始，\d+ 天/);
    expect((await at('maintenance extend MT0002 --to 2099-02-02T08:00 --text 延长')).out).toMatch(
      /^已延长 MT0002：各方 2207、1107 2099-02-01 22:00 至 2099-02-02 08:00（.+），延长$/,
    );
    expect((await at('maintenance extend MT0002')).err).toBe('to 或 text 至少填一个');
    expect((await at('maintenance extend MT0001 --text 又')).err).toBe('停机维护 MT0001 已取消，不能延长；请另行登记');
    expect(await json('maintenance list')).toMatchObject({
      maintenance: [{}, { id: 'MT0002', leadMinutes: 120, newBusiness: 'warned', state: 'planned' }],
    });
  });
});

describe('filing', () => {
  const PERSON = 'xian-worker-no-filing';
  const numberOf = ({ out }: { readonly out: string }): string => /^\d{20}/.exec(out)?.[0] ?? '';

  it('is registered, reviewed, changed and cancelled', async () => {
    const registered = await at(`filing register --person ${PERSON} --to 440300 --kind resident --begin 2026-09-01`);
    expect(registered.out).toMatch(/^6101\d{16} 秦未备：长期居住，西安市 到 深圳市，2026-09-01 起，已申请$/);
    const no = numberOf(registered);
    expect((await at('filing list --pending')).out).toMatch(new RegExp(`${no} +秦未备 +西安市 +长期居住 +深圳市`));
    expect((await at(`filing review ${no} --note 材料齐全`)).out).toContain('已审核通过（材料齐全）');
    const shown = await at(`filing show ${PERSON} --institution H51010099001`);
    expect(shown.out).toContain('备案就医地（深圳市）与本次就医地不符');
    const changed = await at(`filing change ${no} --to 510000 --approve`);
    expect(changed.out).toMatch(/四川省全境，\d{4}-\d\d-\d\d 起，已审核通过/);
    expect((await at(`filing show ${PERSON} --institution H51010099001`)).out).toContain('：可以，备案');
    expect((await at(`filing cancel ${numberOf(changed)} --note 返回`)).out).toContain('已撤销（返回）');
    expect((await at(`filing show ${PERSON}`)).out).toBe('今天没有有效的备案');
    expect((await at(`filing list --person ${PERSON}`)).out).toMatch(/已变更（变更为[^]+已撤销（返回/);
    type Listed = { filings: { steps: { note: string | null }[] }[] };
    const { filings } = await json<Listed>(`filing list --person ${PERSON}`);
    expect(filings[0]?.steps.at(-1)?.note).toBe(`变更为 ${numberOf(changed)}`);
  });

  it('says what cannot be done', async () => {
    const refused = await at(`filing register --person ${PERSON} --to 610100 --kind other`);
    expect(refused).toEqual({
      code: 1,
      out: '',
      err: '[参保地 西安市] 就医地就是参保地西安市，无须备案，请填异地的区划 mdtrtarea_admdvs',
    });
    expect((await at(`filing register --person ${PERSON} --to 440300 --kind forever`)).code).toBe(2);
    expect((await at('filing show nobody')).err).toContain('没有人员 nobody');
    expect((await at('filing list --person xian-worker-no-qualification --pending')).out).toBe('没有备案');
  });
});

describe('qualification', () => {
  it('is applied for, accepted, recognised and terminated; people of the population too', async () => {
    const applied = await at('qualification apply --person 610100-140 --disease M05300');
    expect(applied.out).toMatch(/^6101\d{16} \S+：西安市 310，M05300 慢性阻塞性肺疾病，.+ 起，已申请$/);
    const no = applied.out.slice(0, 20);
    expect((await at(`qualification result ${no}`)).err).toContain('现在可以：受理、撤销');
    expect((await at(`qualification accept ${no}`)).out).toContain('已受理');
    expect((await at(`qualification result ${no} --end 2099-12-31`)).out).toContain('至 2099-12-31，已审核通过');
    expect((await at('qualification list --person 610100-140')).out).toMatch(/M05300 慢性阻塞/);
    expect((await at(`qualification terminate ${no}`)).code).toBe(2);
    expect((await at(`qualification terminate ${no} --reason 伪造病历`)).out).toContain('从未生效，已终止（伪造病历）');
  });
});

describe('workspaces', () => {
  it('are made, given an institution, reset and removed', async () => {
    expect((await at('workspace create team-a')).out).toBe('已新建工作区 team-a：路径前加 /w/team-a');
    expect((await at('workspace assign H44030099002 team-a')).code).toBe(0);
    expect((await at('workspace list')).out).toMatch(/team-a +\/w\/team-a\/ .+H44030099002/);
    expect((await at('tx call 9001 --workspace team-a')).code).toBe(0);
    expect((await at('workspace reset team-a')).code).toBe(0);
    expect((await at('workspace create team-a')).err).toBe('工作区 team-a 已存在');
    expect((await at('workspace remove team-a')).code).toBe(0);
    expect((await at('tx call 9001 --workspace team-a')).code).toBe(1);
  });

  it('have settings of their own', async () => {
    await at('workspace create strict');
    const changed = await at('settings set strict=true signIn=required filingLockMonths=6 --workspace strict');
    expect(changed.out).toContain('strict=true');
    expect(changed.out).toContain('filingLockMonths=6');
    type Settings = { settings: { strict: boolean; signIn: string } };
    expect((await json<Settings>('settings show --workspace strict')).settings).toMatchObject({ signIn: 'required' });
    expect((await json<Settings>('settings show')).settings).toMatchObject({ strict: false, signIn: 'ignored' });
    expect((await at('settings set strict=maybe')).code).toBe(1);
  });
});
