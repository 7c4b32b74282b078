import { loadPolicy } from '../../../src/rules/policy/load-policy.ts';

/** A small valid policy file, to be bent by the tests. Line numbers matter: they are what a refusal names. */
export const GENERAL = `place: 610100
name: 西安市职工医保普通门诊
insutype: 310
benefit: general
from: 2023-01-01
sources:
  c26: { title: 公开数据集, dated: 2026-03, trust: 未核对 }
parameters:
  deductible:
    unit: yuan
    values:
      - from: 2023-01-01
        value: { amount: 200, per: year, counts: benefit }
        source: c26
        mark: single
        status: real
        checked_on: 2026-11-22
  ratio:
    unit: rate
    values:
      - from: 2023-01-01
        cases:
          - when: { group: 退休 }
            value: 55%
          - value: 50%
        source: c26
        mark: single
        status: real
        checked_on: 2026-11-22
  offsite:
    unit: rate or yuan
    values:
      - from: 2023-01-01
        cases:
          - when: { filing: [referral, emergency] }
            value: { points: 10% }
          - when: { filing: other }
            value: { points: 20% }
          - when: { filing: [local, resident] }
            value: none
        exhaustive: [filing]
        source: c26
        mark: single
        status: real
        checked_on: 2026-11-22
  year_cap:
    unit: yuan
    values:
      - from: 2023-01-01
        value: { amount: 2000, counts: benefit }
        source: c26
        mark: single
        status: real
        checked_on: 2026-11-22
`;

const FOUNDED = `
        source: c26
        mark: single
        status: real
        checked_on: 2026-11-22`;

const value = (name: string, unit: string, text: string): string =>
  `  ${name}:\n    unit: ${unit}\n    values:\n      - from: 2023-01-01\n        value: ${text}${FOUNDED}\n`;

/** What belongs above it. */
export const SUPPLEMENT = `place: 610100
name: 西安市职工医保补充保障
insutype: 310
benefit: supplement
from: 2023-01-01
sources:
  c26: { title: 公开数据集, dated: 2026-03, trust: 未核对 }
parameters:
${value('pool_cap', 'yuan', '400000')}\
${value('large_expense', 'rate and yuan', '{ ratio: 95%, cap: none }')}\
${value('civil_servant', 'rate and yuan', 'none')}\
${value('disabled_soldier', 'rate', 'none')}\
${value('preferential', 'rate', 'none')}\
${value('assistance', 'rate and yuan', 'none')}\
${value('account', 'scope', 'all')}`;

/** The text with one part replaced, which must be there. */
export const bent = (text: string, from: string, to: string): string => {
  if (!text.includes(from)) throw new Error(`nothing to bend: ${from}`);
  return text.replace(from, to);
};

/** What the loader says of a file: one `line message` each. */
export const complaints = (text: string): string[] => {
  const loaded = loadPolicy('general.yaml', text);
  return loaded.ok ? [] : loaded.error.map(({ file, line, message }) => `${file}:${line} ${message}`);
};
