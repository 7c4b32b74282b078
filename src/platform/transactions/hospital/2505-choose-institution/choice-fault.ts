import type { CivilDate } from '../../../../kernel/civil-time.ts';
import { daysFault } from '../../../domain/applications/filing-asked.ts';
import type { Institution } from '../../../domain/institution.ts';
import type { Party } from '../../../domain/party.ts';
import type { ChosenInstitution } from '../../../domain/person.ts';
import { refuse, type Refusal, type RefusalName } from '../../../domain/refusals.ts';

/** What `choiceFault` may say. */
export const CHOICE_REFUSALS: readonly RefusalName[] = [
  'biz-type',
  'institution-not-known',
  'match-dates',
  'begin-too-late',
  'rank-taken',
];

/** List biz_appy_type: the two that are about where one is treated. */
const TYPES = ['01', '03'];

/** Why an institution cannot be chosen so: the kind, the institution, the days, or the rank is another one's. */
export const choiceFault = (
  asked: ChosenInstitution,
  known: Institution | undefined,
  chosen: readonly ChosenInstitution[],
  today: CivilDate,
  by: Party,
): Refusal | undefined => {
  if (!TYPES.includes(asked.biz_appy_type)) return refuse(by, 'biz-type', asked.biz_appy_type);
  if (!known) return refuse(by, 'institution-not-known', 'fixmedins_code', asked.fixmedins_code);
  const days = daysFault(asked, today, by);
  if (days) return days;
  const before = chosen.find((row) => sameRank(row, asked) && (row.enddate === undefined || row.enddate >= today));
  return before && refuse(by, 'rank-taken', asked.fix_srt_no, before.fixmedins_name);
};

/** A choice for one disease stands apart. */
const sameRank = (one: ChosenInstitution, other: ChosenInstitution): boolean =>
  one.insutype === other.insutype &&
  one.biz_appy_type === other.biz_appy_type &&
  one.opsp_dise_code === undefined &&
  one.fix_srt_no === other.fix_srt_no;
