import { expect, it } from 'vitest';
import { asFen } from '../../../src/kernel/money.ts';
import { asRate } from '../../../src/kernel/rate.ts';
import { loadPolicy } from '../../../src/rules/policy/load-policy.ts';
import { bent, complaints, GENERAL, SUPPLEMENT } from './policy-text.ts';

it('reads a policy file into dated cases that know where they come from', () => {
  const loaded = loadPolicy('610100-xian/employee-general.yaml', GENERAL);
  expect(loaded.ok && loaded.value).toMatchObject({ place: '610100', insutype: '310', benefit: 'general' });
  expect(loaded.ok && loaded.value.sources).toEqual([{ title: '公开数据集', dated: '2026-03', trust: '未核对' }]);
  expect(loaded.ok && loaded.value.parameters.ratio).toEqual([
    {
      from: '2023-01-01',
      checked_on: '2026-11-22',
      cases: [
        {
          when: { group: ['退休'] },
          value: [{ from: asFen(0), ratio: asRate(5_500) }],
          basis: {
            parameter: '610100-xian/employee-general.yaml#ratio.values[0].cases[0]',
            from: '2023-01-01',
            source: '公开数据集',
            mark: 'single',
            status: 'real',
          },
        },
        expect.objectContaining({ when: {}, value: [{ from: asFen(0), ratio: asRate(5_000) }] }),
      ],
    },
  ]);
});

it('accepts both kinds of file as they stand', () => {
  expect([...complaints(GENERAL), ...complaints(SUPPLEMENT)]).toEqual([]);
});

it('lets a case stand on a source of its own', () => {
  const own =
    '55%\n            source: c26\n            mark: sandbox\n            status: illustrative\n            note: 无';
  const loaded = loadPolicy('a.yaml', bent(GENERAL, '55%', own));
  const bases = loaded.ok && loaded.value.parameters.ratio?.[0]?.cases.map(({ basis }) => basis.status);
  expect(bases).toEqual(['illustrative', 'real']);
});

it.each([
  [
    'an unknown key',
    bent(GENERAL, 'unit: rate\n', 'unit: rate\n    colour: red\n'),
    ['general.yaml:20 不认识的键 “colour”'],
  ],
  [
    'an unknown parameter',
    bent(GENERAL, '  year_cap:', '  yearly_cap:'),
    ['general.yaml:9 缺少 “year_cap”', 'general.yaml:46 不认识的键 “yearly_cap”'],
  ],
  ['an unknown dimension', bent(GENERAL, '{ group: 退休 }', '{ colour: 红 }'), ['general.yaml:23 不认识的键 “colour”']],
  [
    'a condition on nothing',
    bent(GENERAL, '{ group: 退休 }', '{}'),
    ['general.yaml:23 when 至少写一个条件；没有条件就不写 when'],
  ],
  [
    'a duplicate key',
    bent(GENERAL, 'insutype: 310', 'insutype: 310\nplace: 320100'),
    ['general.yaml:4 同一层有重复的键'],
  ],
  ['a value without source', bent(GENERAL, '        source: c26\n', ''), ['general.yaml:12 缺少 “source”']],
  ['a value without status', bent(GENERAL, '        status: real\n', ''), ['general.yaml:12 缺少 “status”']],
  ['a value without mark', bent(GENERAL, '        mark: single\n', ''), ['general.yaml:12 缺少 “mark”']],
  [
    'a value that nobody has confirmed',
    bent(GENERAL, '        checked_on: 2026-11-22\n', ''),
    ['general.yaml:12 缺少 “checked_on”'],
  ],
  [
    'a source that is not listed',
    bent(GENERAL, 'source: c26', 'source: w22'),
    ['general.yaml:14 来源 “w22” 没有在 sources 中登记'],
  ],
  [
    'a source that nobody uses',
    bent(GENERAL, 'sources:\n', 'sources:\n  w22: { title: 甲, dated: 2022, trust: 乙 }\n'),
    ['general.yaml:7 来源 “w22” 没有被引用'],
  ],
  [
    'a sandbox figure passed off as real',
    bent(GENERAL, 'mark: single', 'mark: sandbox'),
    ['general.yaml:16 沙箱设定的值不能标为 real'],
  ],
  [
    'an invention that is not explained',
    bent(GENERAL, 'status: real', 'status: illustrative'),
    ['general.yaml:16 illustrative 的值必须用 note 说明'],
  ],
  [
    'half a source of its own',
    bent(GENERAL, '55%', '55%\n            source: c26'),
    ['general.yaml:23 source、mark、status 要么都写，要么都不写'],
  ],
  ['a ratio above the whole', bent(GENERAL, '55%', '155%'), ['general.yaml:24 “155%” 应为 0% 到 100% 的比例']],
  ['a ratio without its sign', bent(GENERAL, '55%', '0.55'), ['general.yaml:24 “0.55” 应为 0% 到 100% 的比例']],
  [
    'a negative amount',
    bent(GENERAL, 'amount: 200,', 'amount: -200,'),
    ['general.yaml:13 “-200” 应为不小于 0、最多两位小数的金额（元）'],
  ],
  [
    'an amount finer than a 分',
    bent(GENERAL, 'amount: 200,', 'amount: 200.005,'),
    ['general.yaml:13 “200.005” 应为不小于 0、最多两位小数的金额（元）'],
  ],
  ['an amount that is missing', bent(GENERAL, 'amount: 200, ', ''), ['general.yaml:13 缺少 “amount”']],
  [
    'a day that does not exist',
    bent(GENERAL, 'from: 2023-01-01\n        value: { amount: 200', 'from: 2023-02-30\n        value: { amount: 200'),
    ['general.yaml:12 “2023-02-30” 应为日期 yyyy-MM-dd'],
  ],
  ['another unit', bent(GENERAL, 'unit: rate\n', 'unit: yuan\n'), ['general.yaml:19 “unit” 应为 rate 之一']],
  [
    'a level that is none',
    bent(GENERAL, '{ group: 退休 }', '{ level: 特级 }'),
    ['general.yaml:23 “level” 应为 三级、二级、一级、基层 之一'],
  ],
  [
    'two ways to lower the ratio at once',
    bent(GENERAL, '{ points: 10% }', '{ points: 10%, factor: 90% }'),
    ['general.yaml:36 points 与 factor 只能写一种'],
  ],
  [
    'a discount that says nothing',
    bent(GENERAL, '{ points: 10% }', '{}'),
    ['general.yaml:36 至少写一种下降方式；不下降写 none'],
  ],
  [
    'bands that do not begin at nothing',
    bent(GENERAL, '55%', '[{ from: 100, ratio: 55% }]'),
    ['general.yaml:24 第一段必须从 0 开始'],
  ],
  [
    'bands out of order',
    bent(GENERAL, '55%', '[{ from: 0, ratio: 55% }, { from: 9, ratio: 6% }, { from: 9, ratio: 7% }]'),
    ['general.yaml:24 各段的起点必须递增'],
  ],
  [
    'value and cases together',
    bent(
      GENERAL,
      '        cases:\n          - when: { group',
      '        value: 1%\n        cases:\n          - when: { group',
    ),
    ['general.yaml:21 value 与 cases 必须且只能写一个'],
  ],
  [
    'neither value nor cases',
    bent(GENERAL, '        value: { amount: 200, per: year, counts: benefit }\n', ''),
    ['general.yaml:12 value 与 cases 必须且只能写一个'],
  ],
  [
    'a last case with a condition',
    bent(GENERAL, '          - value: 50%', '          - when: { group: 在职 }\n            value: 50%'),
    ['general.yaml:25 最后一条不能有 when，或者写明 exhaustive'],
  ],
  [
    'an exhaustive list that is not',
    bent(GENERAL, '[local, resident]', 'resident'),
    ['general.yaml:41 没有覆盖 local'],
  ],
  [
    'a case that is never reached',
    bent(
      GENERAL,
      '          - when: { group: 退休 }\n            value: 55%\n          - value: 50%',
      '          - value: 50%\n          - when: { group: 退休 }\n            value: 55%',
    ),
    ['general.yaml:24 前一条没有条件，这一条永远用不到'],
  ],
  [
    'a file of another kind',
    bent(GENERAL, 'benefit: general', 'benefit: dental'),
    ['general.yaml:4 “benefit” 的值不在允许的范围内'],
  ],
  [
    'a place that is none',
    bent(GENERAL, 'place: 610100', 'place: 990100'),
    ['general.yaml:1 “990100” 应为六位医保区划'],
  ],
  [
    'an alias',
    bent(bent(GENERAL, 'place: 610100', 'place: &place 610100'), 'name: 西安市职工医保普通门诊', 'name: *place'),
    ['general.yaml:2 不支持别名（*）'],
  ],
])('refuses %s, with file and line', (_what, text, expected) => {
  expect(complaints(text)).toEqual(expected);
});

it('refuses broken YAML at its first fault, before anything else', () => {
  const broken = bent(bent(GENERAL, 'source: c26', 'source: [c26'), '55%', '155%');
  expect(complaints(broken)).toEqual(['general.yaml:15 缩进不对']);
});

const second = (from: string, first = '') =>
  bent(
    GENERAL,
    '      - from: 2023-01-01\n        value: { amount: 200',
    `      - from: 2023-01-01\n${first}        value: { amount: 300, per: year, counts: benefit }
        source: c26
        mark: single
        status: real
        checked_on: 2026-11-22
      - from: ${from}\n        value: { amount: 200`,
  );

it.each([
  ['values in order', second('2024-01-01'), []],
  ['a value that ends where the next begins', second('2024-01-01', '        to: 2023-12-31\n'), []],
  [
    'a gap between two values',
    second('2024-01-02', '        to: 2023-12-31\n'),
    ['general.yaml:19 与上一条之间有空档：2024-01-01 起没有值'],
  ],
  ['an overlap', second('2023-12-31', '        to: 2023-12-31\n'), ['general.yaml:19 与上一条（到 2023-12-31）重叠']],
  ['two values from one day', second('2023-01-01'), ['general.yaml:18 开始日 2023-01-01 应晚于上一条的 2023-01-01']],
  [
    'a value that ends before it begins',
    second('2024-01-01', '        to: 2022-12-31\n'),
    [
      'general.yaml:13 结束日 2022-12-31 早于开始日 2023-01-01',
      'general.yaml:19 与上一条之间有空档：2023-01-01 起没有值',
    ],
  ],
  [
    'a parameter that begins late',
    bent(GENERAL, 'from: 2023-01-01\n        value: { amount: 200', 'from: 2023-07-01\n        value: { amount: 200'),
    ['general.yaml:12 有空档：政策自 2023-01-01 起，“deductible” 自 2023-07-01 起才有值'],
  ],
  [
    'a parameter that ends early',
    bent(GENERAL, '        value: { amount: 200', '        to: 2024-12-31\n        value: { amount: 200'),
    ['general.yaml:13 有空档：2024-12-31 之后 “deductible” 没有值'],
  ],
  [
    'a file that ends with its parameters',
    bent(
      bent(GENERAL, '        value: { amount: 200', '        to: 2024-12-31\n        value: { amount: 200'),
      'from: 2023-01-01\nsources',
      'from: 2023-01-01\nto: 2024-12-31\nsources',
    ),
    [],
  ],
])('checks dates: %s', (_what, text, expected) => {
  expect(complaints(text)).toEqual(expected);
});

const CHRONIC = bent(
  GENERAL.replace('benefit: general', 'benefit: chronic'),
  'parameters:\n',
  `parameters:
  disease_class:
    unit: class
    values:
      - from: 2023-01-01
        cases:
          - when: { disease: M03900 }
            value: B
          - value: none
        source: c26
        mark: single
        status: real
        checked_on: 2026-11-22
`,
);

it.each([
  ['nothing, when all is well', CHRONIC, []],
  [
    'a condition on a class without disease',
    bent(CHRONIC, '{ group: 退休 }', '{ class: A }'),
    ['general.yaml:35 disease_class 中没有 “A” 类'],
  ],
  [
    'a class that depends on more than the disease',
    bent(CHRONIC, '{ disease: M03900 }', '{ disease: M03900, level: 三级 }'),
    ['general.yaml:14 disease_class 只能按 disease 区分，不能按 “level”'],
  ],
])('checks classes: %s', (_what, text, expected) => {
  expect(complaints(text)).toEqual(expected);
});
