import { describe, expect, it } from 'vitest';
import { must } from '../../../../src/kernel/assert.ts';
import { loadPolicy, type Policy } from '../../../../src/rules/policy/load-policy.ts';
import { differences } from '../../../../src/rules/policy/sheet/differences.ts';
import { policyIndexPage, policyPage } from '../../../../src/rules/policy/sheet/page.ts';
import { printedSheet } from '../../../../src/rules/policy/sheet/printed-sheet.ts';
import { sheetOn, wholeSheet } from '../../../../src/rules/policy/sheet/sheet.ts';
import { bent, GENERAL } from '../policy-text.ts';

const names = { disease: () => undefined, identity: () => undefined };

const policyOf = (text: string): Policy => {
  const loaded = loadPolicy('610100-xian/employee-general.yaml', text);
  must(loaded.ok, loaded.ok ? '' : JSON.stringify(loaded.error));
  return loaded.value;
};

/** The deductible of 200 元 rises to 300 元 in 2025. */
const RISEN = bent(
  GENERAL,
  '  ratio:\n',
  `      - from: 2025-01-01
        value: { amount: 300, per: year, counts: benefit }
        source: c26
        mark: sandbox
        status: illustrative
        checked_on: 2026-11-23
        note: 试算
  ratio:
`,
);
const policy = policyOf(RISEN);
const deductibles = (date: string) =>
  sheetOn(policy, names, date)
    .rows.filter(({ parameter }) => parameter === 'deductible')
    .map(({ value }) => value);

describe('the sheet of a policy', () => {
  it('has every figure with what it rests on', () => {
    expect(sheetOn(policy, names, '2026-09-01').rows[0]).toEqual({
      parameter: 'deductible',
      title: '起付标准',
      when: {},
      condition: '全部',
      value: '300元，每年，本待遇合并累计',
      from: '2025-01-01',
      source: '公开数据集',
      mark: 'sandbox',
      status: 'illustrative',
      checked_on: '2026-11-23',
      note: '试算',
      path: '610100-xian/employee-general.yaml#deductible.values[1]',
    });
  });

  it('shows the values of a day, or all that there ever were', () => {
    expect(deductibles('2024-12-31')).toEqual(['200元，每年，本待遇合并累计']);
    expect(deductibles('2025-01-01')).toEqual(['300元，每年，本待遇合并累计']);
    expect(sheetOn(policy, names, '2022-12-31').rows).toEqual([]);
    expect(wholeSheet(policy, names).rows.filter(({ parameter }) => parameter === 'deductible')).toHaveLength(2);
  });

  it('is printed with a ground for each figure; what repeats the row above stays empty', () => {
    const { title, head, rows, grounds, sources } = printedSheet(wholeSheet(policy, names));
    expect([title, head]).toEqual(['职工医保 普通门诊', '西安市职工医保普通门诊，2023-01-01 起']);
    expect(rows.slice(0, 4)).toEqual([
      ['起付标准', '全部', '200元，每年，本待遇合并累计', '2023-01-01', '[1] 单一公开来源'],
      ['', '全部', '300元，每年，本待遇合并累计', '2025-01-01', '[2] 示意值：沙箱设定，非政策数字'],
      ['支付比例', '退休', '55%', '2023-01-01', '[1] 单一公开来源'],
      ['', '其余', '50%', '', '[1] 单一公开来源'],
    ]);
    expect(grounds).toEqual([
      '单一公开来源，数字见来源，2026-11-22 核对。来源：公开数据集。',
      '示意值：沙箱设定，非政策数字，2026-11-23 核对。来源：公开数据集。说明：试算',
    ]);
    expect(sources).toEqual(['公开数据集，2026-03。未核对']);
  });

  it('makes a page of the place and a line in the list of all pages', () => {
    const place = { place: '610100', folder: 'seeds/policies/610100-xian', sheets: [wholeSheet(policy, names)] };
    const page = policyPage(place);
    expect(page).toMatch(/^# 西安市 610100 参保地政策\n/);
    expect(page).toContain(
      '\n## 职工医保 普通门诊\n\n西安市职工医保普通门诊，2023-01-01 起。文件 `employee-general.yaml`',
    );
    expect(page).toContain('\n| 支付比例 | 退休 | 55% | 2023-01-01 | [1] 单一公开来源 |\n');
    expect(page).toContain('\n- [1] 单一公开来源，数字见来源，2026-11-22 核对。来源：公开数据集。\n');
    expect(policyIndexPage([place])).toMatch(
      /\n\| \[西安市 610100\]\(610100-xian\.md\) \| \d+ \| 1 \| 2026-11-22 \|\n/,
    );
  });
});

describe('differences', () => {
  const on = (date: string, text = RISEN) => [sheetOn(policyOf(text), names, date)];
  const same = { insutype: '310', benefit: 'general' };

  it('are told figure by figure, between two days', () => {
    expect(differences(on('2024-01-01'), on('2026-01-01'))).toEqual([
      {
        ...same,
        title: '起付标准',
        condition: '全部',
        left: '200元，每年，本待遇合并累计',
        right: '300元，每年，本待遇合并累计',
      },
    ]);
    expect(differences(on('2025-01-01'), on('2026-01-01'))).toEqual([]);
  });

  it('name a case that one side does not have', () => {
    const flat = bent(RISEN, '          - when: { group: 退休 }\n            value: 55%\n', '');
    expect(differences(on('2026-01-01'), on('2026-01-01', flat))).toEqual([
      { ...same, title: '支付比例', condition: '退休', left: '55%' },
      { ...same, title: '支付比例', condition: '其余', left: '50%' },
      { ...same, title: '支付比例', condition: '全部', right: '50%' },
    ]);
  });

  it('name the order of the same cases: the first that fits counts', () => {
    const cases = (first: string, second: string) =>
      bent(RISEN, '          - when: { group: 退休 }\n            value: 55%\n', `${first}${second}`);
    const retired = '          - when: { group: 退休 }\n            value: 55%\n';
    const highest = '          - when: { level: 三级 }\n            value: 45%\n';
    const found = differences(on('2026-01-01', cases(retired, highest)), on('2026-01-01', cases(highest, retired)));
    expect(found).toEqual([
      {
        ...same,
        title: '支付比例',
        condition: '先后次序',
        left: '退休 → 三级医疗机构 → 其余',
        right: '三级医疗机构 → 退休 → 其余',
      },
    ]);
  });
});
