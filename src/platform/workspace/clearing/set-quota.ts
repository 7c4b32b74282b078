import { dateOf, dateTimeOf } from '../../../kernel/civil-time.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import type { PairDue } from '../../../rules/clearing/bills.ts';
import { adjustments } from '../../../rules/clearing/prepayment.ts';
import type { World } from '../../dispatch/world.ts';
import { ALL_KEYS } from '../../domain/clearing/national/month-lines.ts';
import { quotaKey } from '../../domain/clearing/national/prepayment/quotas-of-year.ts';
import { prepaidBy, settledRound } from '../../domain/clearing/national/prepayment/rounds.ts';
import type { PrepaymentRound, Quota } from '../../domain/clearing/national/records.ts';
import type { Writer, Write } from '../../store/port.ts';
import { readForm, type FormProblem } from '../../wire/read-form.ts';
import { quotaForm } from './forms.ts';
import { serialId } from './serial-id.ts';

/**
 * 预付金额度 of a year by hand: for the first year, which has no last quarter to be reckoned from. Of the current year the
 * money is there at once; of the next one it is adjusted in January.
 */
export const setQuota = async (world: World, raw: unknown): Promise<Result<Quota, readonly FormProblem[] | string>> => {
  const form = readForm(quotaForm, raw);
  if (!form.ok) return form;
  const body: Quota = { ...form.value, set: 'by-hand' };
  const now = world.clock.now();
  const current = dateOf(now).slice(0, 4);
  const next = String(Number(current) + 1);
  if (body.year !== current && body.year !== next) return fail(`只能设定今年或明年（${current}、${next}）的预付金额度`);
  await world.queue.submit((writer) => {
    writer.apply([{ kind: 'clearing.put', record: 'quota', key: quotaKey(body), body }]);
    if (body.year === current) writer.apply(moneyOf(writer, body, dateTimeOf(now)));
  });
  return ok(body);
};

/** What brings that which the payer has prepaid to the quota. */
const moneyOf = ({ reader }: Writer, { year, payer, payee, amount }: Quota, at: string): readonly Write[] => {
  const rounds = reader.clearingRecords('prepayment', ...ALL_KEYS);
  const prepaid = prepaidBy(rounds).filter((row) => row.payer === payer && row.payee === payee);
  const { deposits, returns } = adjustments(prepaid, [{ payer, payee, due: amount }]);
  const moved = (kind: PrepaymentRound['kind'], dues: readonly PairDue[]): readonly Write[] => {
    if (dues.length === 0) return [];
    const { id, take } = serialId(reader, 'prepayment', `${year}-YF`);
    const round = { id, year, kind, reason: 'by-hand', noticedOn: at.slice(0, 10) } as const;
    return [take, { kind: 'clearing.put', record: 'prepayment', key: id, body: settledRound(round, dues) }];
  };
  return [...moved('deposit', deposits), ...moved('return', returns)];
};
