import type { Admdvs } from '../../../../kernel/admdvs.ts';
import { provinceOf } from '../../../../kernel/admdvs.ts';
import type { Period } from '../../../../rules/clearing/period.ts';
import type { Settlement } from '../../settlement.ts';
import type { DomainWrite } from '../../write.ts';
import { ALL_KEYS } from './month-lines.ts';
import type { KeptDeduction } from './records.ts';

/** The look-ups that pending deductions are found by. */
export type PendingReader = {
  readonly settlement: (book: 'national', setl_id: string) => Settlement | undefined;
  readonly clearingRecords: (kind: 'deduction', from: string, to: string) => readonly KeptDeduction[];
};

const pendingOf = (reader: PendingReader): KeptDeduction[] =>
  reader.clearingRecords('deduction', ...ALL_KEYS).filter((row) => row.pending === true);

const settled = ({ pending: _pending, ...row }: KeptDeduction, period: Period): KeptDeduction => ({ ...row, period });

/** Deductions that wait for the corrected bills of a payer, as they stand in them. */
export const pendingFor = (reader: PendingReader, period: Period, payer: Admdvs): KeptDeduction[] =>
  pendingOf(reader)
    .filter((row) => row.period === period)
    .filter((row) => provinceOf(reader.settlement('national', row.setl_id)?.insuplc ?? '') === payer)
    .map((row) => settled(row, period));

/** Deductions that waited for bills that were never corrected: they stand in the next table that is generated. */
export const leftPending = (reader: PendingReader, next: Period): KeptDeduction[] =>
  pendingOf(reader)
    .filter((row) => row.period < next)
    .map((row) => settled(row, next));

/** Keeps deductions as they are by now. */
export const putDeductions = (rows: readonly KeptDeduction[]): DomainWrite[] =>
  rows.map((body) => ({ kind: 'clearing.put', record: 'deduction', key: body.id, body }));
