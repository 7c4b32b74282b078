import type { Admdvs } from '../../../kernel/admdvs.ts';
import { dateOf } from '../../../kernel/civil-time.ts';
import { atLeastZero, negate, subtract, sum, yuan, type Fen } from '../../../kernel/money.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import { deductionLine, type DeductionFault } from '../../../rules/clearing/deduction.ts';
import { lineOf } from '../../../rules/clearing/line.ts';
import { laterPeriod, addPeriods, periodOf, type Period } from '../../../rules/clearing/period.ts';
import type { World } from '../../dispatch/world.ts';
import { clearedIn } from '../../domain/clearing/national/cleared-in.ts';
import { firstUngenerated } from '../../domain/clearing/national/first-open.ts';
import { ALL_KEYS } from '../../domain/clearing/national/month-lines.ts';
import type { KeptDeduction } from '../../domain/clearing/national/records.ts';
import type { Reader } from '../../store/port.ts';
import { dueStep } from '../../time/clearing/moments.ts';
import { readForm, type FormProblem } from '../../wire/read-form.ts';
import { deductionForm } from './forms.ts';
import { isRejected } from './correct.ts';
import { serialId } from './serial-id.ts';

const WHY: { readonly [Fault in DeductionFault]: string } = {
  nothing: '扣款金额应大于零',
  'not-a-settlement': '只能扣结算，不能扣退费',
  'more-than-left': '扣款超过基金支付中还没有扣回、退回的部分',
};

/** Why not; where it is too much, how much may still be taken. */
const whyNot = (fault: DeductionFault, amount: Fen, left: Fen): string =>
  fault === 'more-than-left'
    ? `${WHY[fault]}：还可以扣 ${yuan(atLeastZero(left))} 元，收到 ${yuan(amount)} 元`
    : WHY[fault];

/** 审核扣款: takes an amount off a confirmed settlement, in its month or, once that is generated, in a later one. */
export const deduct = async (
  world: World,
  raw: unknown,
): Promise<Result<KeptDeduction, readonly FormProblem[] | string>> => {
  const form = readForm(deductionForm, raw);
  if (!form.ok) return form;
  const { setl_id, amount, reason } = form.value;
  return world.queue.submit((writer) => {
    const { reader } = writer;
    const found = deductible(reader, setl_id, dateOf(world.clock.now()));
    if (!found.ok) return found;
    const { line, period, already, pending } = found.value;
    const { id, take } = serialId(reader, 'deduction', 'KK');
    const made = deductionLine(line, { id, amount, month: period }, already);
    if (!made.ok) return fail(whyNot(made.error, amount, subtract(line.fund, already)));
    const body = { id, setl_id, amount, period, reason, ...(pending && { pending }) };
    const next = pending ? addPeriods(period, 1) : period;
    const due = dueStep('collect', next, world.settings());
    const isOpen = !reader.clearingRecord('month', next);
    writer.apply([
      take,
      { kind: 'clearing.put', record: 'deduction', key: id, body },
      ...(isOpen ? [{ kind: 'due.put', due } as const] : []),
    ]);
    return ok(body);
  });
};

const deductible = (reader: Reader, setl_id: string, today: string) => {
  const row = reader.settlement('national', setl_id);
  const line = row && lineOf(row);
  if (!row || !line) return fail(`没有跨省结算 ${setl_id}，或已冲正`);
  const withheld = new Map(reader.clearingRecords('withheld', ...ALL_KEYS).map((one) => [one.setl_id, one]));
  const cleared = clearedIn(reader, row, withheld);
  if (cleared === undefined) return fail(`结算 ${setl_id} 还没有确认进入清算，不能扣款`);
  const deductions = reader.clearingRecords('deduction', ...ALL_KEYS).filter((one) => one.setl_id === setl_id);
  const refunds = reader.refundsOf('national', setl_id).filter((one) => one.state === 'effective');
  const already = sum([
    ...deductions.map((one) => one.amount),
    ...refunds.map((one) => negate(one.shares.fund_pay_sumamt)),
  ]);
  return ok({ line, already, ...whereTo(reader, line.payer, cleared, today) });
};

/**
 * The month itself while its table is not there, else the first one without. A table that its payer has rejected, and
 * that no other one follows, is still corrected.
 */
const whereTo = (reader: Reader, payer: Admdvs, cleared: Period, today: string) => {
  const period = firstUngenerated(reader, laterPeriod(cleared, addPeriods(periodOf(today), -6)));
  const last = addPeriods(period, -1);
  const isCorrected = last >= cleared && isRejected(reader, last, payer);
  return isCorrected ? ({ period: last, pending: true } as const) : { period };
};
