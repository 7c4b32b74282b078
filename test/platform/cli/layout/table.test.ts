import { expect, it } from 'vitest';
import { table } from '../../../../src/platform/cli/layout/table.ts';
import { pad, width } from '../../../../src/platform/cli/layout/width.ts';
import { wrap } from '../../../../src/platform/cli/layout/wrap.ts';

it('counts a Han character as two columns, a Latin one as one, a combining mark as none', () => {
  expect(['医保', '（甲类）', 'psn_no', 'e\u0301', '499.50 元', '𠮷', '✓ →'].map(width)).toEqual([4, 8, 6, 1, 9, 2, 3]);
});

it('pads by columns, not by characters', () => {
  expect(pad('医保', 6)).toBe('医保  ');
  expect(pad('3.20', 6, 'right')).toBe('  3.20');
  expect(pad('门诊慢特病', 4)).toBe('门诊慢特病');
});

it('breaks Chinese anywhere, keeps closing marks off the start of a line, and words whole', () => {
  expect(wrap('统筹支付比例70%，按50%支付。', 14)).toEqual(['统筹支付比例', '70%，按50%支', '付。']);
  expect(wrap('psn_no mdtrt_id', 10)).toEqual(['psn_no', 'mdtrt_id']);
  expect(wrap('', 10)).toEqual(['']);
});

it('breaks a path that is too long at its parts, and what is still too long anywhere', () => {
  expect(wrap('610100-xian/employee-chronic.yaml#ratio', 16)).toEqual([
    '610100-xian/',
    'employee-',
    'chronic.yaml#',
    'ratio',
  ]);
  expect(wrap('K99000001K99000001', 10)).toEqual(['K99000001K', '99000001']);
});

it('aligns columns by what the characters take on the screen', () => {
  const heads = [{ title: '项目' }, { title: '金额', align: 'right' }] as const;
  expect(
    table(
      heads,
      [
        ['诊查费', '10.00'],
        ['CT', '160.00'],
      ],
      80,
    ),
  ).toBe(['项目      金额', '──────  ──────', '诊查费   10.00', 'CT      160.00'].join('\n'));
});

it('never gets wider than the screen while a column can give way', () => {
  const heads = [
    { title: '项目', gives: true },
    { title: '说明', gives: true },
    { title: '金额', align: 'right' },
  ] as const;
  const text = table(
    heads,
    [['城镇职工基本医疗保险统筹基金', '起付线以上267.64元按60%计算为160.58元。', '160.58']],
    50,
  );
  expect(
    text
      .split('\n')
      .map(width)
      .every((columns) => columns <= 50),
  ).toBe(true);
  expect(text.replaceAll(/\s/g, '')).toContain('160.58');
});
