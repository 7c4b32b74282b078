import { yuan } from '../../../../kernel/money.ts';
import type { BenefitCheck as Held, BenefitFinding } from '../checks/finding.ts';
import type { Exchange } from '../evidence/exchange.ts';
import type { Act } from './act.ts';
import { checkBenefits, type BenefitCheck, type BenefitSource } from './check-benefits.ts';

/** Reads an answer's output by the table of its transaction: the kit itself sees numbers of 元. */
export type DecodeOutput = (infno: string, output: unknown) => unknown;

const FOLLOWED = new Set(['1107', '1203', '1301']);

/** 待遇验证 of what a province's own system answered, for the check of the kit. */
export const benefitOf =
  (source: BenefitSource, decode: DecodeOutput): Held =>
  (evidence) => {
    const checks = checkBenefits(
      evidence.flatMap((exchange) => actOf(exchange, decode)),
      source,
    );
    return findingOf(checks, new Map(evidence.map((exchange) => [exchange.seq, exchange])));
  };

/** Undefined for what moved nothing: other messages, refusals, repetitions, answers whose bytes are lost. */
const actOf = (exchange: Exchange, decode: DecodeOutput): Act[] => {
  const { infno, ok, repeated, input, output, seq, trace, msgid, at } = exchange;
  if (!FOLLOWED.has(infno) || !ok || repeated || !input || (infno !== '1301' && !output)) return [];
  return [{ seq, trace, msgid, at, infno, input, output: decode(infno, output) } as unknown as Act];
};

const findingOf = (checks: readonly BenefitCheck[], exchanges: ReadonlyMap<number, Exchange>): BenefitFinding => {
  const of = (chosen: readonly BenefitCheck[]): Exchange[] => chosen.flatMap(({ seq }) => exchanges.get(seq) ?? []);
  return {
    compared: of(checks.filter(({ against }) => against !== undefined)),
    missing: of(checks.filter(({ against }) => against === undefined)),
    differences: checks.flatMap(differencesInWords),
  };
};

const AGAINST = { engine: '沙箱按参保地政策', expectation: '上传的期望' } as const;

const differencesInWords = ({ setl_sn, psn_no, against, differences }: BenefitCheck): string[] =>
  differences.map(
    ({ item, name, expected, came }) =>
      `结算 ${setl_sn}（${psn_no}）${name} ${item}：${against ? AGAINST[against] : ''} ${yuan(expected)}，应答 ${yuan(came)}`,
  );
