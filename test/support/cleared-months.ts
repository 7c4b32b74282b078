import type { ClearingDocument } from '../../src/platform/features/clearing/documents/document.ts';
import { documentsOf } from '../../src/platform/features/clearing/documents/documents-of.ts';
import type { ClearingLine } from '../../src/rules/clearing/line.ts';
import { clearingTable } from '../../src/rules/clearing/table.ts';
import { must } from '../../src/kernel/assert.ts';
import { sum } from '../../src/kernel/money.ts';
import { monthLines } from '../../src/platform/domain/clearing/national/month-lines.ts';
import { rulesOf } from '../../src/platform/domain/clearing/national/rules.ts';
import type { TestWorld } from './world.ts';

/** The lines of a month as they are by now. */
export const linesOfMonth = ({ world }: TestWorld, period: string): ClearingLine[] =>
  [...monthLines(world.store.reader, period)].flat();

/** The documents of a month: the nation's, or a province's. They throw where details and table do not agree. */
export const documents = ({ world }: TestWorld, period: string, province?: string): readonly ClearingDocument[] => {
  const { store, clock, settings } = world;
  const work = documentsOf({ reader: store.reader, now: clock.now(), settings: settings() }, period, province);
  for (;;) {
    const step = work.next();
    if (step.done !== true) continue;
    must(step.value, `${period} is generated`);
    return step.value;
  }
};

/**
 * What is wrong with the months that are generated: lines that do not add up to the stored table, bills and balances
 * that do not, documents of a province that cannot be made. Empty when all is well.
 */
export const wrongMonths = (test: TestWorld): string[] => {
  const { reader } = test.world.store;
  const rules = rulesOf(test.world.settings());
  return reader.clearingRecords('table', '', '~').flatMap(({ table, before, left }) => {
    const { period } = table;
    const again = clearingTable(period, linesOfMonth(test, period), rules);
    const bills = reader.clearingRecord('month', period)?.bills ?? [];
    const dues = (rows: readonly { readonly due: number }[]) => rows.reduce((all, row) => all + row.due, 0);
    for (const { province } of table.provinces) documents(test, period, province);
    documents(test, period);
    const payable = sum(table.provinces.map((row) => row.payable));
    const receivable = sum(table.provinces.map((row) => row.receivable));
    return [
      ...(JSON.stringify(again.pairs) === JSON.stringify(table.pairs) ? [] : [`${period}: lines and table differ`]),
      ...(dues(bills) + dues(left) === table.total.due + dues(before) ? [] : [`${period}: bills do not add up`]),
      ...(payable === receivable ? [] : [`${period}: ${payable} is paid, ${receivable} is got`]),
    ];
  });
};
