import type { CivilDate } from '../../../../kernel/civil-time.ts';
import type { Result } from '../../../../kernel/result.ts';
import { fail } from '../../../../kernel/result.ts';
import { periodOf, type Period } from '../../../../rules/clearing/period.ts';
import type { HospitalContext } from '../../../dispatch/definition.ts';
import type { HospitalFile } from '../../../domain/hospital-file.ts';
import { ownFile } from '../../../domain/keep-file.ts';
import { fileSeries } from '../../../domain/serial-numbers.ts';
import type { Settlement } from '../../../domain/settlement.ts';
import { readDetailFile, type DetailRow } from '../../../domain/statement/detail-file.ts';
import type { Reader } from '../../../store/port.ts';
import type { Input } from './wire.gen.ts';

export type StatementFacts = {
  readonly uploaded: HospitalFile | undefined;
  readonly detail: Result<readonly DetailRow[], string>;
  /** All settlements of the institution in the asked days. */
  readonly rows: readonly Settlement[];
  /** These, and its others that the file names: they lie outside what is asked. */
  readonly ours: ReadonlyMap<string, Settlement>;
  /** The month in which each row was confirmed by 3261, by setl_id. */
  readonly confirmed: ReadonlyMap<string, Period>;
  readonly serial: number;
};

/** A row is confirmed in its own month or in a later one. */
const confirmedSince = (reader: Reader, fixmedins_code: string, day: CivilDate): ReadonlyMap<string, Period> => {
  const said = reader.confirmations(fixmedins_code, periodOf(day), '999912').filter(({ confirmed }) => confirmed);
  return new Map(said.map(({ setl_id, period }) => [setl_id, period]));
};

/** The file, read, and what our book says of the settlements that it names. */
export const statementFacts = (
  reader: Reader,
  { data: { file_qury_no, stmt_begndate, stmt_enddate } }: Input,
  { institution, now, fileText }: HospitalContext,
): StatementFacts => {
  const file = ownFile(reader.file(file_qury_no), institution, now);
  const uploaded = file?.kind === 'uploaded' ? file : undefined;
  const text = uploaded ? fileText(uploaded.content) : fail('');
  const detail = text.ok ? readDetailFile(text.value) : text;
  const named = detail.ok ? detail.value : [];
  const { fixmedins_code } = institution;
  const rows = reader.settlementsOfInstitution(fixmedins_code, stmt_begndate, stmt_enddate);
  const known = new Map(rows.map((row) => [row.setl_id, row]));
  const others = named
    .filter(({ setl_id }) => !known.has(setl_id))
    .flatMap(({ setl_id }) => reader.settlement('treatment', setl_id) ?? [])
    .filter((row) => row.fixmedins_code === fixmedins_code);
  return {
    uploaded,
    detail,
    rows,
    ours: new Map([...known, ...others.map((row) => [row.setl_id, row] as const)]),
    confirmed: confirmedSince(reader, fixmedins_code, stmt_begndate),
    serial: reader.serial(fileSeries(institution.admdvs, now).key) + 1,
  };
};
