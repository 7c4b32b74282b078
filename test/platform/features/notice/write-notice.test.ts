import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { must } from '../../../../src/kernel/assert.ts';
import type { Library } from '../../../../src/platform/domain/library.ts';
import { BLANK, linesOf, type Block, type Notice, type Row } from '../../../../src/platform/features/notice/notice.ts';
import { openPoints } from '../../../../src/platform/features/notice/open-points.ts';
import { noticeText } from '../../../../src/platform/features/notice/printed/text.ts';
import { writeNotice } from '../../../../src/platform/features/notice/write-notice.ts';
import { seedLibrary } from '../../../../src/platform/workspace/library.ts';

const library = seedLibrary();
const DAY = '2026-09-01';

const written = (place: string, on = DAY, from: Library = library): Notice => {
  const notice = writeNotice(from, place, on);
  must(notice.ok, notice.ok ? '' : notice.error);
  return notice.value;
};

/** Headings of annex 2 of 医保办发〔2024〕19号. */
const TEMPLATE = [
  '一、门诊慢特病病种待遇认定',
  '（一）认定材料',
  '（二）认定渠道',
  '（三）认定流程',
  '（四）办理时限',
  '（五）办理结果查询',
  '二、跨省异地就医直接结算',
  '（一）跨省直接结算病种范围',
  '（二）如何就医结算',
  '（三）直接结算待遇政策（包括 10 种门诊慢特病）',
  '1. 职工医保',
  '2. 居民医保',
  '（四）费用结算详情查询渠道',
  '三、手工报销',
  '（一）手工报销的范围',
  '（二）报销材料',
  '（三）报销渠道',
  '（四）报销流程',
  '（五）报销时限',
  '（六）报销结果查询',
  '四、咨询渠道',
];

const CODES = [
  'M03900', 'M01600', 'M07801', 'M00500', 'M08300', 'M08301', 'M08302', 'M08303', 'M08304', 'M08305', 'M08306',
  'M05300', 'M06900', 'M04600', 'M00200', 'M07200',
]; // prettier-ignore

const blocksUnder = ({ sections }: Notice, heading: string): readonly Block[] =>
  sections.find((section) => section.heading === heading)?.blocks ?? [];

const rowsUnder = (notice: Notice, heading: string): readonly Row[] => {
  const [first] = blocksUnder(notice, heading);
  return first?.kind === 'table' ? first.rows : [];
};

const wordsOf = (row: Row): string[] => row.map((cell) => cell.map(({ text }) => text).join('；'));

const rowOf = (notice: Notice, heading: string, disease: string): string[] => {
  const found = rowsUnder(notice, heading).map(wordsOf);
  return found.find(([label]) => label?.includes(disease)) ?? [];
};

describe('a notice', () => {
  // To write them anew after a change that is meant: UPDATE_GOLDEN=1 npx vitest run test/platform/features/notice
  it.each(['610100-xian', '440300-shenzhen', '650100-template'])('reads as it did: %s', (name) => {
    const file = join(import.meta.dirname, 'golden', `${name}.txt`);
    const text = noticeText(written(name.slice(0, 6)));
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, text);
    expect(text).toBe(existsSync(file) ? readFileSync(file, 'utf8') : 'no golden file yet: UPDATE_GOLDEN=1');
  });

  it.each([...library.places, '130100', '429004', '619900'])('of %s is complete', (place) => {
    const notice = written(place);
    expect(notice.sections.map(({ heading }) => heading)).toEqual(TEMPLATE);
    for (const { level, blocks } of notice.sections) expect(blocks.length > 0 || level === 1).toBe(true);
    for (const insurance of ['1. 职工医保', '2. 居民医保']) {
      const rows = rowsUnder(notice, insurance);
      const labels = rows.map((row) => wordsOf(row)[0]).join();
      expect(CODES.filter((code) => labels.split(code).length !== 2)).toEqual([]);
      for (const figure of rows.flatMap((row) => row.slice(1)).flat()) {
        expect(figure.text).not.toBe('');
        expect(figure.ground?.source).toBeTruthy();
      }
    }
    expect(
      linesOf(notice)
        .map(({ text }) => text)
        .join(),
    ).not.toMatch(/undefined|NaN|\[object/);
  });

  it('tells the figures of each disease, each under its conditions', () => {
    const xian = written('610100');
    expect(rowOf(xian, '1. 职工医保', '高血压').slice(1)).toEqual([
      '700元，每年，B 组合并累计',
      '70%',
      '3000元，各病种分别累计',
    ]);
    expect(rowOf(xian, '2. 居民医保', '透析').slice(1)).toEqual(['不设', '60%', '不单设']);
    const [, , ratio] = rowOf(written('440300'), '1. 职工医保', '恶性肿瘤');
    expect(ratio).toBe('连续参保满 36 个月：90%；连续参保满 12 个月：75%；其余：60%');
    expect(rowOf(written('430100'), '1. 职工医保', '糖尿病')[4]).toBe('300元，各病种分别累计');
  });

  it('says which diseases the place has no benefit for, code by code where they differ', () => {
    const rows = rowsUnder(written('310000'), '1. 职工医保').map(wordsOf);
    const without = rows.filter((row) => row.length === 2).map(([label, said]) => [label, said?.slice(0, 2)]);
    expect(without).toContainEqual(['高血压 M03900', '本地']);
    expect(rows.filter(([label]) => label?.startsWith('器官移植'))).toHaveLength(3);
  });

  it('tells what differs by filing, and what the place leaves to manual reimbursement', () => {
    const bingtuan = written('660000');
    const rules = blocksUnder(bingtuan, '2. 居民医保').flatMap((block) => (block.kind === 'table' ? block.rows : []));
    expect(rules.map(wordsOf)).toContainEqual(['', '', '其他临时外出', '支付比例降低 15 个百分点']);
    expect(rules.map(wordsOf)).toContainEqual(['', '', '其他临时外出', '全额垫付，回参保地手工报销']);
    const [range] = blocksUnder(bingtuan, '（一）手工报销的范围');
    expect(range?.kind === 'list' ? range.items.map(({ text }) => text) : []).toContain(
      '居民医保，其他临时外出：本地规定全额垫付的费用。',
    );
    expect(noticeText(written('610100'))).not.toContain('全额垫付');
  });

  it('never lets an illustrative figure pass for policy', () => {
    const template = written('650100');
    expect(template.template).toBe(true);
    expect(template.opening.at(-1)?.text).toContain('省级示意模板');
    const figures = rowsUnder(template, '1. 职工医保').flatMap((row) => row.slice(1).flat());
    expect(new Set(figures.map(({ ground }) => ground?.status))).toEqual(new Set(['illustrative']));
    expect(noticeText(template)).toMatch(/\| 80%※\[\d+\] \|/);
    expect(noticeText(written('610100'))).toMatch(/3000元，各病种分别累计※\[\d+\]/);
    expect(openPoints(template).illustrative).toBeGreaterThan(openPoints(written('610100')).illustrative);
  });

  it('leaves open what only the place knows', () => {
    const { blanks } = openPoints(written('610100'));
    expect(blanks).toBe(linesOf(written('610100')).filter(({ text }) => text.endsWith(BLANK)).length);
    expect(noticeText(written('610100'))).toContain('热线电话：（由参保地填写）');
    expect(blanks).toBeGreaterThan(20);
  });

  it('has a blank for an insurance without policy, and is none without any', () => {
    const half: Library = {
      ...library,
      benefit: (query) =>
        query.insutype === '390' ? { outcome: 'noPolicy', text: '没有数据' } : library.benefit(query),
    };
    expect(blocksUnder(written('610100', DAY, half), '2. 居民医保')).toEqual([
      { kind: 'paragraph', line: { text: `没有数据${BLANK}` } },
    ]);
    const before = writeNotice(library, '610100', '2021-12-31');
    expect(before.ok ? '' : before.error).toContain('西安市职工医保门诊慢特病的政策数据不含 2021-12-31');
  });

  it('knows the diseases of its day', () => {
    const five = written('610100', '2024-12-30').sections.map(({ heading }) => heading);
    expect(five).toContain('（三）直接结算待遇政策（包括 5 种门诊慢特病）');
  });
});
