import { present } from '../../kernel/present.ts';
import type { CivilDateTime } from '../../kernel/civil-time.ts';
import type { Party } from './party.ts';
import { refuse, type Refusal } from './refusals.ts';
import type { Batch, Diagnosis, Treatment, Visit } from './visit.ts';

/** A diagnosis of 2203 as sent; `vali_flag` 0 voids it. */
export type SentDiagnosis = { readonly [field in keyof Diagnosis]?: Diagnosis[field] | undefined } & {
  readonly vali_flag?: string | undefined;
};

/** What 2203 says of the visit, as sent. */
export type SentTreatment = {
  readonly med_type: string;
  readonly begntime?: CivilDateTime | undefined;
  readonly dise_codg?: string | undefined;
  readonly dise_name?: string | undefined;
  readonly main_cond_dscr?: string | undefined;
};

/** The visit after 2203: one visit has one medical category, fixed once something of it is settled. */
export const withTreatment = (
  visit: Visit,
  sent: SentTreatment,
  diagnoses: readonly SentDiagnosis[],
  batches: readonly Batch[],
  now: CivilDateTime,
  by: Party,
): Visit | Refusal => {
  const before = visit.treatment;
  const settled = batches.some((batch) => batch.settledBy !== undefined);
  if (before && settled && before.med_type !== sent.med_type) return refuse(by, 'med-type-fixed', before.med_type);
  return {
    ...visit,
    treatment: {
      med_type: sent.med_type,
      begntime: sent.begntime ?? before?.begntime ?? now,
      ...(sent.dise_codg !== undefined && { dise_codg: sent.dise_codg }),
      ...(sent.dise_name !== undefined && { dise_name: sent.dise_name }),
      ...(sent.main_cond_dscr !== undefined && { main_cond_dscr: sent.main_cond_dscr }),
      diagnoses: merged(before?.diagnoses ?? [], diagnoses),
    },
  };
};

/** A diagnosis sent again replaces the earlier one of its kind and code; with vali_flag 0 it goes. */
const merged = (before: Treatment['diagnoses'], sent: readonly SentDiagnosis[]): Diagnosis[] => {
  const kept = before.filter((earlier) => !sent.some((row) => keyOf(row) === keyOf(earlier)));
  const valid = sent.filter((row) => row.vali_flag !== '0').map(diagnosisOf);
  return [...kept, ...valid].sort((a, b) => a.diag_srt_no - b.diag_srt_no);
};

const keyOf = (row: SentDiagnosis): string => `${row.diag_type ?? ''} ${row.diag_code ?? ''}`;

const diagnosisOf = ({ vali_flag: _vali_flag, ...row }: SentDiagnosis, index: number): Diagnosis => ({
  ...present(row),
  diag_type: row.diag_type ?? '1',
  diag_srt_no: row.diag_srt_no ?? index + 1,
  diag_code: row.diag_code ?? '',
  diag_name: row.diag_name ?? '',
});
