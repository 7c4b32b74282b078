import { describe, expect, it } from 'vitest';
import { judge } from '../../../../../src/platform/features/verdict/judge/judge.ts';
import { verdictHtml } from '../../../../../src/platform/features/verdict/report/html.ts';
import { verdictJunit } from '../../../../../src/platform/features/verdict/report/junit.ts';
import type { BlamedExchange } from '../../../../../src/platform/features/verdict/types/verdict.ts';
import { wellFormed } from '../../acceptance/report/well-formed.ts';
import { mixed, PLOTS, tell } from '../synthetic.ts';

const blames: BlamedExchange[] = [
  {
    seq: 1,
    trace: 'T1',
    infno: '2207',
    blame: 'his',
    refusal: 'fields-missing',
    err_msg: '<缺少> & "x"',
    clause: '接口表',
  },
];
const stories = Object.keys(PLOTS).map((name, id) => tell(name, { id, amount: 100 + id }));
const verdict = judge({ ledger: mixed(stories, [3, 1, 4]), terms: { within: 1800, backOff: 1 }, blames });

describe('the verdict on paper', () => {
  it('is one page of HTML with every case, the rules broken and whom failures are laid to', () => {
    const page = verdictHtml(verdict);
    expect(page).toMatch(/^<!doctype html>\n<html lang="zh-CN">/);
    expect(page).toContain('结论：有问题，见下。');
    for (const text of ['重复收费', '平台单边账', '医院单边账', '未问清', '违反：同一笔费用至多收一次']) {
      expect(page).toContain(text);
    }
    expect(page).toContain('&#60;缺少&#62; &#38; &#34;x&#34;');
    expect(page).not.toMatch(/<script|https?:/);
  });

  it('is JUnit: convicted cases fail, unresolved ones are skipped, the sums are a case of their own', () => {
    const xml = verdictJunit(verdict);
    expect(wellFormed(xml)).toBeUndefined();
    const convicted = verdict.cases.filter(({ convicts }) => convicts).length;
    expect(xml.match(/<failure /g)).toHaveLength(convicted);
    expect(xml.match(/<skipped /g)).toHaveLength(verdict.counts.unresolved);
    expect(xml.match(/<testcase /g)).toHaveLength(verdict.cases.length + 1);
    expect(xml).toContain(`failures="${convicted}"`);
  });
});
