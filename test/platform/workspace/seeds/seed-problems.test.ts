import { expect, it } from 'vitest';
import { printProblem } from '../../../../src/rules/policy/problem.ts';
import { loadSeeds } from '../../../../src/platform/workspace/seeds/load-seeds.ts';
import { files } from './shipped-seeds.ts';

/** What is said when one more file is there, or another one in the place of a shipped one. */
const problemsWith = (name: string, text: string): string[] => {
  const loaded = loadSeeds([...files.filter((file) => file.name !== name), { name, text }]);
  return loaded.ok ? [] : loaded.error.map(printProblem);
};

const PERSONA = `status: sandbox
personas:
  - id: wuhan-worker
    number: 119
    shows: 演示一个新的人
    situations: [worker]
    psn_name: 楚新人
    gend: 1
    brdy: 1980-01-01
    insurances:
      - { insuplc_admdvs: 420100, insutype: 310, psn_type: 1101 }
`;

const mine = (from: string, to: string): string[] =>
  problemsWith('seeds/personas/mine.yaml', PERSONA.replace(from, to));

it('takes a persona of its own', () => {
  expect(mine('', '')).toEqual([]);
});

/** A list under a new key, before the birth day. */
const rows = (key: string, row: string): string => `${key}:\n      - { ${row} }\n    brdy`;
const FILING = 'kind: resident, mdtrtarea_admdvs: 440300, begndate: 2026-01-01';
const CHOSEN = 'fixmedins_code: H42010099009, begndate: -1y';
const NO_CODE = 'opsp_dise_name: 高血压, begndate: -1y';

it.each([
  ['number: 119', 'number: 200', 'mine.yaml:4 “200” 应为 1 到 199 的整数'],
  ['number: 119', 'number: 1', 'normal.yaml:7 1 重复，已见于 seeds/personas/mine.yaml'],
  ['id: wuhan-worker', 'id: xian-worker-no-filing', '3 xian-worker-no-filing 重复，已见于 seeds/personas/filing.yaml'],
  ['id: wuhan-worker', 'id: 武汉', 'mine.yaml:3 “武汉” 应为小写英文单词，用 - 连接'],
  ['gend: 1', 'gend: 3', 'mine.yaml:8 “gend” 应为 1、2 之一'],
  ['brdy: 1980-01-01', 'brdy: -40y', 'mine.yaml:9 “-40y” 应为日期 yyyy-MM-dd'],
  ['gend: 1', 'gend: 1\n    tel: 1', 'mine.yaml:9 不认识的键 “tel”'],
  ['psn_type: 1101 }', 'psn_type: 1101, psn_insu_stas: 2 }', '暂停或终止参保（psn_insu_stas 2、4）必须写'],
  ['gend: 1', 'gend: 1\n    psn_cert_type: 08', '证件类型不是 01 时必须写'],
  ['brdy', rows('filings', FILING), 'mine.yaml:10 “2026-01-01” 应为相对日期'],
  ['brdy', rows('chosen', CHOSEN), 'mine.yaml:10 seeds/institutions 中没有 H42010099009'],
  ['brdy', rows('qualifications', NO_CODE), 'mine.yaml:10 本地病种代码和全国病种代码至少写一个'],
  ['insutype: 310', 'insutype: 310, balc: 1.005', '“1.005” 应为不小于 0、最多两位小数的金额（元）'],
  ['situations: [worker]', 'situations: [rich]', '应为 worker、retiree'],
])('refuses %j → %j', (from, to, problem) => {
  const found = mine(from, to);
  expect(found).toHaveLength(1);
  expect(found[0]).toContain(problem);
});

it('refuses an institution whose code names another division, and a code that is there already', () => {
  const text = `status: sandbox
source: invented
institutions:
  - { fixmedins_code: H42010099001, fixmedins_name: 武汉市沙箱医院, uscc: 12429900MB9900013H, hosp_lv: 2, admdvs: 420200,
      outOfArea: national, real_name: yes }
`;
  const name = 'seeds/institutions/mine.yaml';
  expect(problemsWith(name, text)).toEqual([`${name}:4 编码中的区划与 admdvs 不同`]);
  const again = text.replace('H42010099001', 'H44030099001').replace('420200', '440300');
  expect(problemsWith('seeds/institutions/z.yaml', again)).toEqual([
    'seeds/institutions/z.yaml:4 H44030099001 重复，已见于 seeds/institutions/shenzhen.yaml',
  ]);
});

const base = files.find(({ name }) => name === 'seeds/catalogues/base.yaml')?.text ?? '';

it.each([
  ['chrgitm_lv: 02, selfpay_prop: 20%', 'chrgitm_lv: 02', '乙类（02）缺少 selfpay_prop'],
  [
    'name: 氨氯地平片, chrgitm_lv: 01',
    'name: 氨氯地平片, chrgitm_lv: 01, selfpay_prop: 5%',
    '只有乙类（02）写 selfpay_prop',
  ],
  ['selfpay_prop: 20%', 'selfpay_prop: 20', '“20” 应为 0% 到 100% 的比例'],
  ['  spec: { status', '  dosform: { status', 'marks 没有写 spec 的 status 和 source'],
  ['XC08CAA321A001010199001', 'XC08CAA321A0', '“XC08CAA321A0” 应为医疗目录编码'],
  ['XC07ABM062A001010104447', 'XC08CAA321A001010199001', '目录编码 XC08CAA321A001010199001 重复'],
  ['三级: 22,', '特级: 22,', '不认识的键 “特级”'],
  ['limit: 30 }', 'limit: 0 }', '“0” 应为大于 0、最多六位小数的价格（元）'],
  ['limit: 30 }', 'limit_enddate: 2026-06-30 }', '没有限价，不写 limit_begndate 和 limit_enddate'],
  ['limit: 30 }', 'limit: 30, limit_begndate: 2026-02-30 }', '“2026-02-30” 应为日期 yyyy-MM-dd'],
  [
    'limit: 30 }',
    'limit: 30, limit_begndate: 2026-07-01, limit_enddate: 2026-06-30 }',
    'limit_enddate（2026-06-30）早于 limit_begndate（2026-07-01）',
  ],
])('refuses in the base list %j → %j', (from, to, problem) => {
  const [first] = problemsWith('seeds/catalogues/base.yaml', base.replace(from, to));
  expect(first).toMatch(/^seeds\/catalogues\/base\.yaml:\d+ /);
  expect(first).toContain(problem);
});

it('refuses a decision about an item that the base list does not have', () => {
  const text = `place: 420100
marks: { med_list_codg: { status: sandbox, source: ours }, limit: { status: sandbox, source: ours } }
changes:
  - { med_list_codg: 001102000010001, limit: 10 }
`;
  const name = 'seeds/catalogues/wuhan.yaml';
  expect(problemsWith(name, text)).toEqual([`${name}:4 base.yaml 中没有 001102000010001`]);
});

it('says what is wrong with broken YAML, and that the base list is missing', () => {
  expect(problemsWith('seeds/personas/mine.yaml', 'a: [1')).toEqual([
    expect.stringMatching(/^seeds\/personas\/mine\.yaml:1 /),
  ]);
  const without = loadSeeds(files.filter(({ name }) => !name.endsWith('base.yaml')));
  expect(without).toEqual({
    ok: false,
    error: [{ file: 'seeds/catalogues/base.yaml', line: 1, message: '没有这个文件' }],
  });
});
