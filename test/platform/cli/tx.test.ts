import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ExportedTable } from '../../../src/platform/wire/export.ts';
import { catalogue } from '../../../src/platform/transactions/catalogue.ts';
import { width } from '../../../src/platform/cli/layout/width.ts';
import { kuasheng } from './command-line.ts';
import { runningServer } from './running-server.ts';

const json = async <T>(words: string): Promise<T> => JSON.parse((await kuasheng(`${words} --json`)).out) as T;

/** The transactions of the interface document; ours stand beside them in the same folder. */
const isDocumented = ({ source }: ExportedTable): boolean =>
  source.startsWith('湖南省医疗保障信息平台定点医药机构接口规范');

describe('tx export', () => {
  it('holds the 212 transactions of the document and those of the other doors, each once', async () => {
    const tables = await json<ExportedTable[]>('tx export');
    const folders = ['hospital', 'national', 'credential'].map((door) => readdirSync(`openapi/tables/${door}`));
    const files = folders.flat().length;
    expect(tables).toHaveLength(files);
    expect(new Set(tables.map(({ door, infno }) => `${door}/${infno}`)).size).toBe(files);
    expect(tables.filter((table) => table.door === 'hospital' && isDocumented(table)).length).toBeGreaterThanOrEqual(
      212,
    );
    for (const { input, output } of tables) {
      for (const { fields } of [...input, ...output]) {
        for (const { code, name, type, reads, fidelity } of fields) {
          expect([code, name, type || reads?.type, fidelity].every((text) => text !== '')).toBe(true);
        }
      }
    }
  });

  it('gives one field a line where it is not asked for JSON', async () => {
    const lines = (await kuasheng('tx export --door national')).out.split('\n');
    expect(lines[0]?.split('\t').slice(0, 6)).toEqual(['door', 'infno', 'name', 'side', 'node', 'code']);
    expect(new Set(lines.map((line) => line.split('\t').length))).toEqual(new Set([12]));
  });
});

describe('tx list', () => {
  type Row = { door: string; infno: string; treatment: string; fidelity: string };

  it('marks every transaction: behaviour, collected, refused', async () => {
    const rows = await json<Row[]>('tx list');
    const treatment = (infno: string) => rows.find((row) => row.infno === infno && row.door === 'hospital')?.treatment;
    expect([treatment('2207'), treatment('4101'), treatment('2304')]).toEqual(['behaviour', 'refused', 'refused']);
    const behaving = rows.filter((row) => row.treatment === 'behaviour');
    expect(behaving).toHaveLength(catalogue.filter(({ door }) => door !== 'insured').length);
  });

  it('finds by number or name, in lines that fit the terminal', async () => {
    const { out } = await kuasheng('tx list 门诊结算');
    expect(out).toContain('医院  2207   门诊结算');
    expect(out).toContain('国家  1107   门诊结算');
    expect(out).not.toContain('2201');
    const all = (await kuasheng('tx list')).out;
    expect(Math.max(...all.split('\n').map(width))).toBeLessThanOrEqual(100);
  });
});

describe('tx show', () => {
  it('shows the fields of both directions, what is demanded, code lists, notes and examples', async () => {
    const { out } = await kuasheng('tx show 2208');
    expect(out).toMatch(/setl_id +结算ID +string\(30\) +是 +是 +规范所载/);
    expect(out).toMatch(/med_type 医疗类别：11 普通门诊，/);
    expect(out).toContain('· 只能整单撤销');
    expect(out).toContain('"setl_id": "{setl_id}"');
    expect(Math.max(...out.split('\n').map(width))).toBeLessThanOrEqual(100);
  });

  it.each([
    ['2172', /clr_stas +清算状态 +string\(6\) +是 +是 /],
    ['2176', /start_date +\S+ +\S+ +是 +是 /],
    ['3302', /list_type +\S+ +\S+ +是 +是 /],
    ['2204', /med_list_codg +\S+ +\S+ +是 +是 /],
  ])('%s: says what is demanded, below the input itself and in rows', async (infno, line) => {
    expect((await kuasheng(`tx show ${infno}`)).out).toMatch(line);
  });

  it('tells 1301 of the hospital from 1301 of the national node', async () => {
    expect((await kuasheng('tx show 1301')).out).toContain('1301 西药中成药目录下载');
    expect((await kuasheng('tx show 1301 --door national')).out).toContain('1301 冲正');
  });

  it('says who sends a national message', async () => {
    expect((await kuasheng('tx show 1301 --door national')).out).toMatch(/谁发起 +就医省\n/);
    expect((await kuasheng('tx show 1610')).out).toMatch(/谁发起 +参保省\n/);
    expect((await kuasheng('tx show 1404')).out).toMatch(/谁发起 +就医省或参保省\n/);
    expect((await kuasheng('tx show 2207')).out).not.toContain('谁发起');
    expect(await json('tx show 1603')).toMatchObject({ role: 'treatment' });
  });

  it('gives the same as JSON, whole code lists included', async () => {
    const shown = await json<{ treatment: string; needs: string[]; dictionaries: { key: string; codes: object }[] }>(
      'tx show 2207A',
    );
    expect(shown).toMatchObject({ infno: '2207A', treatment: 'behaviour', variantOf: '2207' });
    expect(shown.needs).toContain('data.mdtrt_id');
    expect(shown.dictionaries.find(({ key }) => key === 'insutype')?.codes).toMatchObject({ 310: '职工基本医疗保险' });
  });
});

describe('tx call', () => {
  const server = runningServer();
  const call = (words: string, input?: string) => kuasheng(`tx call ${words} --base ${server.url()}`, input);

  it('sends the example with the numbers of the first persona', async () => {
    const { code, out } = await call('1101 --json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ infcode: 0, output: { baseinfo: { psn_name: '秦双慢' } } });
  });

  it('prints amounts as they came, and what breaks the table', async () => {
    const { out } = await call('1101 --example 1');
    expect(out).toMatch(/"balc": \d+\.\d0,/);
    expect(out).toMatch(/^1101 {2}msgid H44030099001\d{14}\d{4} {2}HTTP 200 {2}追踪号 T\d{10}\n不符合接口表：/);
  });

  it('completes an input from a file or the standard input, for another person', async () => {
    const input = '{"data":{"mdtrt_cert_type":"01","mdtrt_cert_no":"{ec_token}"}}';
    const { out } = await call('1101 - --persona nanjing-worker-rheumatoid --json', input);
    expect(JSON.parse(out)).toMatchObject({ infcode: 0, output: { baseinfo: { psn_name: '宁在岗' } } });
  });

  it('lets a whole message have its own envelope', async () => {
    const message = '{"infno":"1101","msgid":"M1","opter_name":"张三","input":{"data":{}}}';
    const { code, out } = await call('1101 - --dry-run', message);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ msgid: 'M1', opter_name: '张三', fixmedins_code: 'H44030099001' });
  });

  it('sends nothing while a placeholder is empty, and says which', async () => {
    expect(await call('2202')).toEqual({
      code: 2,
      out: '',
      err: '报文里还有没填的占位：{mdtrt_id}。补上：--set mdtrt_id=…',
    });
  });

  it('takes the demo claim of a disease, and the person whom it suits, for 2204', async () => {
    const { out } = await call('2204 --disease M07801 --set mdtrt_id=S1 --dry-run');
    expect(JSON.parse(out)).toMatchObject({
      insuplc_admdvs: '610100',
      input: {
        feedetail: expect.arrayContaining([
          expect.objectContaining({ psn_no: '6101009900000000000077', mdtrt_id: 'S1', det_item_fee_sumamt: '1320.00' }),
        ]) as object[],
      },
    });
  });

  it.each([
    ['2203 --disease M07801', '--disease 只用于 2204 门诊费用明细信息上传，交易 2203 请去掉它'],
    ['2204 - --disease M07801', '--disease 和文件只能给一个'],
  ])('refuses %s', async (words, err) => {
    expect(await call(words, '{}')).toMatchObject({ code: 2, err });
  });

  it('reaches the credential door with its own envelope', async () => {
    const shown = await kuasheng(`credential qr xian-worker-hypertension-diabetes --json --base ${server.url()}`);
    const { code: digits } = (JSON.parse(shown.out) as { shown: { code: string } }).shown;
    const { code, out } = await call(`ec.query --set ec_qr_code=${digits}`);
    expect(code).toBe(0);
    expect(out).toMatch(/^ec\.query {2}HTTP 200 {2}追踪号 T\d{10}\n\{\n {2}"code": 0,/);
    expect((await call(`ec.query --set ec_qr_code=${digits}`)).code).toBe(1);
    expect((await kuasheng('tx show cn.nhsa.ec.auth')).out).toContain('刷脸授权');
  });

  it('reaches the national door too', async () => {
    const input = '{"data":{"mdtrtarea":"440300","insuplc":"610100","psn_no":"{psn_no}","insutype":"{insutype}"}}';
    const { code, out } = await call('1406 - --door national --json', input);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ inf_refmsgid: expect.any(String) as string });
  });

  it('signs in at the national door as the province whose message it is, or as another one', async () => {
    expect((await call('1603 --door national')).code).toBe(0);
    expect((await call('1610 --door national --persona nanjing-worker-rheumatoid')).code).toBe(0);
    const download = '1824 --door national --persona nanjing-worker-rheumatoid --json';
    const rows = async (...words: string[]) =>
      (JSON.parse((await call([download, ...words].join(' '))).out) as { output: { totalrow: number } }).output
        .totalrow;
    expect([await rows(), await rows('--province 320000'), await rows('--province 110000')]).toEqual([2, 2, 0]);
    expect((await call(`${download} --province 320000 --province-key wrong`)).out).toContain('密钥不符');
  });

  it('has an example for whatever a province does not relay', async () => {
    for (const infno of ['1803', '1620', '1840', '1625', '1825', '1903', '1904']) {
      expect(await call(`${infno} --door national --persona nanjing-worker-rheumatoid`), infno).toMatchObject({
        code: 0,
      });
    }
    expect((await call('1404 --door national --example 2')).code).toBe(0);
  });
});
