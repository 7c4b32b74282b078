import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { asFen } from '../../../src/kernel/money.ts';
import { splitLine } from '../../../src/rules/catalogue/split-line.ts';
import { loadPaymentScopes } from '../../../src/rules/policy/load-payment-scopes.ts';
import { printProblem } from '../../../src/rules/policy/problem.ts';
import { outsideScope, paymentScope } from '../../../src/rules/scope/payment-scope.ts';
import { item, line } from '../claim-l.ts';

const seed = join(import.meta.dirname, '../../../seeds/diseases/payment-scope.yaml');
const read = loadPaymentScopes('payment-scope.yaml', readFileSync(seed, 'utf8'));
if (!read.ok) throw new Error(read.error.map(printProblem).join('\n'));
const scopes = read.value;

const OUTSIDE = '不在本病种支付范围，请按普通门诊另行结算';
const hypertension = paymentScope(scopes, '440300', 'M03900', '2026-09-01');

it('has a list for 高血压 in 深圳, from its first day on', () => {
  expect(hypertension?.items).toContain('XC');
  expect(paymentScope(scopes, '440300', 'M03900', '2024-12-31')).toBeUndefined();
  expect(paymentScope(scopes, '440300', 'M03900', '2025-01-01')).toBeDefined();
});

it('has none for another disease or place', () => {
  expect(paymentScope(scopes, '440300', 'M01600', '2026-09-01')).toBeUndefined();
  expect(paymentScope(scopes, '110000', 'M03900', '2026-09-01')).toBeUndefined();
});

it.each([
  ['XC08CAA321A001010199001', undefined],
  ['003107010210000', undefined],
  ['XA10BDE082A001010199001', OUTSIDE],
])('says of %s: %s', (code, said) => {
  expect(outsideScope(hypertension, code)).toBe(said);
});

const metformin = { ...item('二甲双胍片', '02', '09', 10, 5), med_list_codg: 'XA10BDE082A001010199001' };

it('makes a line outside wholly self-paid, a refund line too', () => {
  expect(splitLine(line(2, 8), metformin, '三级', hypertension)).toMatchObject({
    fulamt_ownpay_amt: asFen(1600),
    overlmt_amt: asFen(0),
    inscp_scp_amt: asFen(0),
    memo: OUTSIDE,
  });
  expect(splitLine(line(-2, 8), metformin, '三级', hypertension).fulamt_ownpay_amt).toBe(asFen(-1600));
});

it('sets no limit without a list', () => {
  expect(splitLine(line(2, 8), metformin, '三级')).toMatchObject({
    fulamt_ownpay_amt: asFen(0),
    overlmt_amt: asFen(600),
  });
});

it('leaves the reason of a line that is self-paid under any disease', () => {
  const unapproved = splitLine(line(1, 8), { ...metformin, lmt_used_flag: '1' }, '三级', hypertension);
  expect(unapproved.memo).toBe('限制使用项目未经医院审批，按全自费处理');
  expect(splitLine(line(1, 8), { ...metformin, chrgitm_lv: '03' }, '三级', hypertension).memo).toBeUndefined();
});

const MARKED = 'mark: sandbox, status: illustrative, checked_on: 2026-11-27';

const file = (...blocks: string[]) => `
title: 表
sources: { a: { title: 甲, dated: 2024, trust: 可信 } }
scopes:
${blocks.map((block) => `  - { place: 440300, disease: M03900, ${MARKED}, ${block} }`).join('\n')}
`;

it.each([
  ['an unknown source', file('from: 2025-01-01, source: b, items: [XC]'), '来源 “b” 没有在 sources 中登记'],
  [
    'two lists for one day',
    file('from: 2025-01-01, source: a, items: [XC]', 'from: 2024-01-01, to: 2025-01-01, source: a, items: [XA]'),
    '440300 病种 M03900 的支付范围日期重叠',
  ],
  [
    'an item in words',
    file('from: 2025-01-01, source: a, items: [降压药]'),
    '“降压药” 应为医疗目录编码或其开头（大写字母和数字）',
  ],
])('refuses %s', (_what, text, message) => {
  const result = loadPaymentScopes('scope.yaml', text);
  expect(result.ok ? [] : result.error.map((problem) => problem.message)).toEqual([message]);
});

it('takes lists that follow each other', () => {
  const text = file(
    'from: 2025-01-01, source: a, items: [XC]',
    'from: 2024-01-01, to: 2024-12-31, source: a, items: [XA]',
  );
  const result = loadPaymentScopes('scope.yaml', text);
  expect(result.ok && paymentScope(result.value, '440300', 'M03900', '2024-12-31')?.items).toEqual(['XA']);
});
