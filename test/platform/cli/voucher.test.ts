import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { kuasheng } from './command-line.ts';
import { runningServer } from './running-server.ts';

const server = runningServer();
const folder = mkdtempSync(join(tmpdir(), 'kuasheng-voucher-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const at = (words: string) => kuasheng(`${words} --base ${server.url()}`);
const json = async <T>(words: string): Promise<T> => JSON.parse((await at(`${words} --json`)).out) as T;

type Settled = { output: { data: { mdtrt_id: string }; setlinfo: { setl_id: string } } };

/** The messages of a window, by the command line as well. */
const settled = async (): Promise<string> => {
  const { output } = await json<Settled>('tx call 2201');
  const visit = `--set mdtrt_id=${output.data.mdtrt_id}`;
  for (const infno of ['2203', '2204']) expect((await at(`tx call ${infno} ${visit}`)).code).toBe(0);
  return (await json<Settled>(`tx call 2207 ${visit}`)).output.setlinfo.setl_id;
};

describe('kuasheng voucher', () => {
  it('makes a batch that can be sent as it is, and shows what became of it', async () => {
    const setl_id = await settled();
    const out = join(folder, 'good');
    const made = await at(`voucher make --settlement ${setl_id} --mode 2 --out ${out}`);
    expect(made.code).toBe(0);
    expect(made.out).toMatch(/批次 \d{13}：1 张，已写入/);
    const name = /(\d{8}-\d{10}) /.exec(made.out)?.[1] ?? '';
    const files = readdirSync(out);
    for (const end of ['.ofd', '-extinfo.xml', '-qr.svg', '.zip', '.json']) {
      expect(
        files.some((file) => file.endsWith(end)),
        end,
      ).toBe(true);
    }
    const message = join(out, files.find((file) => file.startsWith('4901-')) ?? '');
    expect((await at(`tx call 4901 ${message}`)).code).toBe(0);
    await at('clock advance +1h');
    const asked = /tx call 4902 .*/.exec(made.out)?.[0] ?? '';
    expect((await json<{ output: object[] }>(asked)).output).toMatchObject([{ chkRslt: '1' }]);

    expect((await at('voucher list')).out).toMatch(new RegExp(`${name} .*实时结算 .*正常，未报销`));
    expect((await at(`voucher mark ${name} --as applying`)).out).toContain('正常，申请中');
    expect((await at(`voucher mark ${name} --as applying`)).err).toContain('不能再申请');
    expect((await at(`voucher mark ${name} --as none`)).out).toContain('正常，未报销');
    expect((await at(`voucher show ${name}`)).out).toMatch(/4901 {2}批次 \d{13} {2}正常/);
    const qr = /二维码 (\S+)/.exec(made.out)?.[1] ?? '';
    expect(await at(`voucher verify ${qr}`)).toMatchObject({ code: 0, out: `凭证 ${name} 与上传的一致` });
    expect(await at('voucher verify 1234')).toMatchObject({ code: 1, out: '不是沙箱样张的二维码，或没有扫完整' });
    expect((await at('voucher todo')).out).toBe('没有待冲红的凭证');
  });

  it('makes batches that are wrong, and lists how', async () => {
    const setl_id = await settled();
    const out = join(folder, 'bad');
    expect((await at(`voucher make --settlement ${setl_id} --break zip-path --out ${out}`)).code).toBe(0);
    expect(existsSync(join(folder, 'passwd.ofd'))).toBe(false);
    const message = join(out, readdirSync(out).find((file) => file.startsWith('4901-')) ?? '');
    const sent = await at(`tx call 4901 ${message}`);
    expect(sent.code).toBe(1);
    expect(sent.out + sent.err).toContain('../passwd.ofd 含有上级目录 ..');
    expect((await at('voucher cases')).out).toMatch(/zip-bomb +压缩炸弹 +任意 +4901/);
  });

  it('says what does not fit', async () => {
    expect((await at('voucher make --settlement X')).err).toContain('没有结算 X');
    expect((await at('voucher make --settlement X --kind blue')).code).toBe(2);
    expect((await at('voucher show 1-2')).err).toContain('没有机构 H44030099001 的凭证 1-2');
    expect((await at('voucher list --institution H1')).out).toContain('还没有收到凭证');
  });

  it('brings an institution to the centre, and prints the papers', async () => {
    expect((await at('voucher onboarding list')).out).toMatch(/H44030099001 .*测试 .*report 定点医疗机构出具测试报告/);
    const other = 'H44030099002';
    expect((await at(`voucher onboarding set ${other} --state none`)).out).toContain('未接入');
    const apply = `voucher onboarding step apply --institution ${other} --department 信息科 --phone 0755-0`;
    expect((await at(apply)).err).toContain('联系部门');
    expect((await at(`${apply} --vendor 沙箱信息 --type 1 2 --planned 2026-12-01`)).out).toContain('可办：forward');
    expect((await at(`voucher onboarding step forward --institution ${other}`)).out).toMatch(
      /工单 GD\d{12} {2}接入申请／电子结算凭证 .*待办/,
    );
    expect((await at(`voucher onboarding show ${other}`)).out).toContain('沙箱直接改为未接入');
    expect((await at(`voucher onboarding show ${other}`)).out).toMatch(/跨省实时结算票据 +5501 +未测试/);
    expect((await at(`voucher onboarding step launch --institution ${other}`)).err).toContain('可以办理：省项目组');

    const [list, draft] = [join(folder, 'list.html'), join(folder, 'draft.json')];
    const checklist = await at(`voucher report checklist --city 440300 --html ${list}`);
    expect([checklist.code, checklist.out]).toEqual([0, expect.stringContaining('完整')]);
    expect(readFileSync(list, 'utf8')).toContain('2026-12-01');
    expect((await at(`voucher report test --institution ${other} --json ${draft}`)).code).toBe(1);
    expect(JSON.parse(readFileSync(draft, 'utf8'))).toMatchObject({ complete: false, passed: 0 });
    expect((await at('voucher report test --html x')).code).toBe(2);
    expect((await at('voucher report launch --city 440300')).err).toContain('--html 或 --json');
  });
});
