import type { PairDue } from '../../../rules/clearing/bills.ts';
import { adjustments } from '../../../rules/clearing/prepayment.ts';
import { ALL_KEYS } from '../../domain/clearing/national/month-lines.ts';
import { quotaKey, quotasOfYear } from '../../domain/clearing/national/prepayment/quotas-of-year.ts';
import { annualId, noticedRound, prepaidBy } from '../../domain/clearing/national/prepayment/rounds.ts';
import type { PrepaymentRound, Quota } from '../../domain/clearing/national/records.ts';
import { rulesOf } from '../../domain/clearing/national/rules.ts';
import type { Write } from '../../store/port.ts';
import type { DueContext, DueHandler } from '../due-work.ts';
import { dueRoundStep } from './moments.ts';

const KINDS = ['deposit', 'return'] as const;

/**
 * 预付金额度调整 of a year: the quotas are reckoned from the last quarter, and what each payer has prepaid is brought to
 * them, by notices to those who pay more and to those who give back.
 */
export const prepaymentNotice: DueHandler = (reader, { key: year }, context) => {
  const rounds = reader.clearingRecords('prepayment', ...ALL_KEYS);
  if (KINDS.some((kind) => rounds.some(({ id }) => id === annualId(year, kind)))) return [];
  const quotas = quotasOfYear(reader, year, rulesOf(context.settings));
  const { deposits, returns } = adjustments(prepaidBy(rounds), quotas.map(pairDue));
  return [
    ...quotas.map((body): Write => ({ kind: 'clearing.put', record: 'quota', key: quotaKey(body), body })),
    ...annual(year, 'deposit', deposits, context),
    ...annual(year, 'return', returns, context),
  ];
};

const pairDue = ({ payer, payee, amount }: Quota): PairDue => ({ payer, payee, due: amount });

const annual = (
  year: string,
  kind: PrepaymentRound['kind'],
  dues: readonly PairDue[],
  context: DueContext,
): readonly Write[] => {
  const round = { id: annualId(year, kind), year, kind, reason: 'annual', noticedOn: context.today } as const;
  return dues.length === 0 ? [] : roundWrites(noticedRound(round, dues), context);
};

/** An adjustment that is noticed now, and its first step. */
export const roundWrites = (
  round: PrepaymentRound,
  { settings, now }: Pick<DueContext, 'settings' | 'now'>,
): readonly Write[] => [
  { kind: 'clearing.put', record: 'prepayment', key: round.id, body: round },
  { kind: 'due.put', due: dueRoundStep('submit', round, settings, now + 1) },
];
