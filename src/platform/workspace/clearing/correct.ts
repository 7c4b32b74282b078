import type { Admdvs } from '../../../kernel/admdvs.ts';
import { must } from '../../../kernel/assert.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import { billsOf } from '../../../rules/clearing/bills.ts';
import type { Month, MonthFault } from '../../../rules/clearing/month/month.ts';
import { stepMonth } from '../../../rules/clearing/month/step.ts';
import { addPeriods, type Period } from '../../../rules/clearing/period.ts';
import { openTally, type ClearingTable, type Tally } from '../../../rules/clearing/table.ts';
import type { World } from '../../dispatch/world.ts';
import { firstUngenerated } from '../../domain/clearing/national/first-open.ts';
import { deductionLines, linesOf, tallyRows } from '../../domain/clearing/national/month-lines.ts';
import { pendingFor, putDeductions } from '../../domain/clearing/national/pending-deductions.ts';
import type { ClearedMonth } from '../../domain/clearing/national/records.ts';
import { rulesOf } from '../../domain/clearing/national/rules.ts';
import type { Reader, Write, Writer } from '../../store/port.ts';
import { dueStep } from '../../time/clearing/moments.ts';
import { inPages } from '../../time/in-pages.ts';

/** A month with corrected bills, and what there is to say of them. */
export type Corrected = { readonly month: ClearedMonth; readonly note?: string };

/** Once the next table rests on what was left over, amounts stand fast. */
const TOO_LATE = '之后月份的清算表已经生成，账单金额不变：需要更正的，以审核扣款计入以后的月份';

/**
 * Bills that a payer has rejected are issued anew, from the lines of the month as they are by now: with what audits
 * have taken off since. They are added up page by page, and replaced in one turn.
 */
export const correctBills = async (
  world: World,
  period: Period,
  payer: Admdvs,
): Promise<Result<Corrected, MonthFault | 'unknown'>> => {
  const { reader } = world.store;
  const tally = openTally(period, rulesOf(world.settings()));
  if (isRejected(reader, period, payer)) await inPages(tallyRows(reader, period, tally));
  return world.queue.submit((writer) => corrected(world, writer, { period, payer, tally }));
};

type Correction = { readonly period: Period; readonly payer: Admdvs; readonly tally: Tally };

/** Whether a payer rejects its bills of a month. */
export const isRejected = (reader: Reader, period: Period, payer: Admdvs): boolean =>
  reader.clearingRecord('month', period)?.bills.some((bill) => bill.payer === payer && bill.state === 'rejected') ??
  false;

const corrected = (world: World, writer: Writer, it: Correction): Result<Corrected, MonthFault | 'unknown'> => {
  const { reader } = writer;
  const month = reader.clearingRecord('month', it.period);
  if (!month) return fail('unknown');
  const isLast = firstUngenerated(reader, it.period) === addPeriods(it.period, 1);
  if (!isRejected(reader, it.period, it.payer) || !isLast) return issuedAnew(writer, month, it, isLast);
  const { table, before, left, writes } = addedUp(world, reader, it);
  const { bills } = billsOf(table, before);
  const event = { kind: 'correct', payer: it.payer, bills: bills.filter((bill) => bill.payer === it.payer) } as const;
  const next = stepMonth(month, event);
  if (!next.ok) return next;
  const body = { ...month, ...next.value };
  writer.apply([
    { kind: 'clearing.put', record: 'month', key: it.period, body },
    { kind: 'clearing.put', record: 'table', key: it.period, body: { table, before, left } },
    ...writes,
  ]);
  return ok({ month: body });
};

/** The same amounts: nothing can change in them any more, or there is nothing to correct, which the model says. */
const issuedAnew = (
  writer: Writer,
  month: ClearedMonth,
  { period, payer }: Correction,
  isLast: boolean,
): Result<Corrected, MonthFault> => {
  const next = stepMonth(month, { kind: 'correct', payer, bills: sameBills(month, payer) });
  if (!next.ok) return next;
  const body = { ...month, ...next.value };
  writer.apply([{ kind: 'clearing.put', record: 'month', key: period, body }]);
  return ok({ month: body, ...(!isLast && { note: TOO_LATE }) });
};

const sameBills = (month: Month, of: Admdvs) =>
  month.bills.filter(({ payer }) => payer === of).map(({ payer, payee, due }) => ({ payer, payee, due }));

const addedUp = (world: World, reader: Reader, { period, payer, tally }: Correction) => {
  const generated = reader.clearingRecord('table', period);
  must(generated, 'a month with bills has a table');
  const taken = pendingFor(reader, period, payer);
  for (const line of [...deductionLines(reader, period), ...linesOf(reader, taken)]) tally.add(line);
  const table = tally.table();
  must(
    ofOthers(table, payer) === ofOthers(generated.table, payer),
    `a correction for ${payer} changes its pairs alone`,
  );
  const { left } = billsOf(table, generated.before);
  const writes: Write[] = [...putDeductions(taken), ...(left.length > 0 ? collectNext(reader, period, world) : [])];
  return { table, before: generated.before, left, writes };
};

/** What is left over goes on to the next month, whether or not anything else is cleared in it. */
const collectNext = (reader: Reader, period: Period, { settings, clock }: World): Write[] => {
  const next = addPeriods(period, 1);
  if (reader.clearingRecord('month', next)) return [];
  return [{ kind: 'due.put', due: dueStep('collect', next, settings(), clock.now()) }];
};

const ofOthers = ({ pairs }: ClearingTable, payer: Admdvs): string =>
  JSON.stringify(pairs.filter((row) => row.payer !== payer));
