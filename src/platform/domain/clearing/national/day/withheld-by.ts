import type { CivilDate } from '../../../../../kernel/civil-time.ts';
import { periodOf } from '../../../../../rules/clearing/period.ts';
import { frozenIn, type ConfirmedReader, type MonthReader, type WithheldRows } from '../cleared-in.ts';
import { firstUncollected } from '../first-open.ts';
import { ALL_KEYS } from '../month-lines.ts';
import type { ClearedMonth, DayDifference, DayStatement, GeneratedTable, Withheld } from '../records.ts';

/** The look-ups that say what is withheld. */
export type WithheldReader = ConfirmedReader &
  MonthReader & {
    readonly clearingRecords: {
      (kind: 'withheld', from: string, to: string): readonly Withheld[];
      (kind: 'month', from: string, to: string): readonly ClearedMonth[];
      (kind: 'table', from: string, to: string): readonly GeneratedTable[];
    };
    readonly settlement: (book: 'national', setl_id: string) => { readonly refundOf?: string } | undefined;
  };

/**
 * A day's statements, and what they keep out of clearing. A row whose month is collected stays there: the difference
 * says so, and is put right by a deduction or a refund.
 */
export const withheldBy = (
  reader: WithheldReader,
  date: CivilDate,
  compared: readonly DayStatement[],
): { readonly statements: readonly DayStatement[]; readonly withheld: readonly Withheld[] } => {
  const rows = reader.clearingRecords('withheld', ...ALL_KEYS);
  const known: WithheldRows = new Map(rows.map((row) => [row.setl_id, row]));
  const statements = compared.map((one) => ({
    ...one,
    differing: one.differing.map((row) => markedAs(row, reader, known)),
  }));
  const differing = statements.flatMap((one) => one.differing);
  const wrong = new Set(differing.map((row) => row.setl_id));
  const agreeing = rows.filter((row) => row.date === date && row.releasedInto === undefined && !wrong.has(row.setl_id));
  const open = firstUncollected(reader, periodOf(date));
  return {
    statements,
    withheld: [...keptOut(differing, date), ...agreeing.map((row) => ({ ...row, releasedInto: open }))],
  };
};

const markedAs = (row: DayDifference, reader: WithheldReader, known: WithheldRows): DayDifference => {
  if (!row.ours) return row;
  const refundOf = reader.settlement('national', row.setl_id)?.refundOf;
  const clearedIn = frozenIn(reader, { setl_id: row.setl_id, ...(refundOf !== undefined && { refundOf }) }, known);
  return clearedIn === undefined ? row : { ...row, clearedIn };
};

/** What the nation has and somebody does not have so, each once. What was released and is not cleared waits again. */
const keptOut = (differing: readonly DayDifference[], date: CivilDate): Withheld[] => {
  const found = new Map<string, Withheld>();
  for (const { setl_id, verdict, leg, party, ours, clearedIn } of differing) {
    if (!ours || clearedIn !== undefined || found.has(setl_id)) continue;
    found.set(setl_id, { setl_id, date, verdict, leg, party });
  }
  return [...found.values()];
};
