import { must } from '../../kernel/assert.ts';
import { ZERO, type Fen } from '../../kernel/money.ts';
import type { Period } from './period.ts';

/** A running sum of one person in one insurance: what is counted, and for which year or month. */
export type Accumulator = {
  /** 累计类别代码, at most ten characters. */
  readonly cum_type_code: string;
  readonly period: Period;
};

/** What the person has used so far, by accumulator key. A key that is not there has not been used at all. */
export type Used = Readonly<Record<string, Fen>>;

/** `D310101_14` in 2026 → `D310101_14@2026`. */
export const accumulatorKey = ({ cum_type_code, period }: Accumulator): string => `${cum_type_code}@${period}`;

/** Each accumulator once, where it first stands. */
export const distinct = (accumulators: readonly Accumulator[]): Accumulator[] => [
  ...new Map(accumulators.map((accumulator) => [accumulatorKey(accumulator), accumulator])).values(),
];

export const usedOf = (used: Used, accumulator: Accumulator): Fen => used[accumulatorKey(accumulator)] ?? ZERO;

/** What is counted 累计内容; the letter opens the code. */
export const KINDS = {
  F: '医疗费总额',
  S: '政策范围内费用',
  Q: '起付线支付',
  D: '基金支付',
  TS: '合规自付基数',
} as const;
export type Kind = keyof typeof KINDS;

/** Where it is counted; the two digits close the code. Without them the sum runs over all kinds of treatment. */
export const CARE = { 11: '普通门诊', 14: '门诊慢特病', 21: '住院' } as const;
export type Care = '11' | '14' | '21';

/**
 * The code of an accumulator: kind + subject + `_` + care, after the pattern that public Hunan code shows for
 * transaction 5206 (`Q0000_BIZ14`, `D310101_BIZ14`), shortened to the ten characters of cum_type_code. The subject is
 * `0000` for everything, a disease code (`DM03900_14`), a fund (`D310101_14`) or the label of a group (`Q000B_14`).
 */
export const cumTypeCode = (kind: Kind, subject: string, care?: Care): string => {
  const code = kind + subject.padStart(4, '0') + (care === undefined ? '' : `_${care}`);
  must(code.length <= 10, `cum_type_code ${code} has at most ten characters`);
  return code;
};
