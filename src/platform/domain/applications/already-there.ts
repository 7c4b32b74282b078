import { placeOf } from '../../../kernel/admdvs.ts';
import type { CivilDate } from '../../../kernel/civil-time.ts';
import { isPending, type Application } from '../application.ts';
import { nationalCodeOf } from '../eligibility.ts';
import type { Party } from '../party.ts';
import type { Ended, Filing, Qualification } from '../person.ts';
import { refuse, type Refusal } from '../refusals.ts';

/** What the insured place has of the person already. */
export type AlreadyThere = {
  readonly filings: readonly Filing[];
  readonly qualifications: readonly Qualification[];
  readonly applications: readonly Application[];
};

type Days = { readonly begndate: CivilDate; readonly enddate?: CivilDate };

const overlap = (one: Days, other: Days): boolean =>
  one.begndate <= (other.enddate ?? '9999-12-31') && other.begndate <= (one.enddate ?? '9999-12-31');

/** What was taken back or ended is in nobody's way. */
const isStanding = (row: { readonly ended?: Ended }): boolean => row.ended === undefined;

const sameFiling = (one: Filing, other: Filing): boolean =>
  one.kind === other.kind &&
  placeOf(one.mdtrtarea_admdvs) === placeOf(other.mdtrtarea_admdvs) &&
  one.fixmedins_code === other.fixmedins_code;

/** The same filing is there for some of those days, or is waiting. The one that it would replace does not count. */
export const filingThere = (
  { filings, applications }: Pick<AlreadyThere, 'filings' | 'applications'>,
  asked: Filing,
  replaces: string | undefined,
  by: Party,
): Refusal | undefined => {
  const held = filings.find(
    (row) => row.trt_dcla_detl_sn !== replaces && isStanding(row) && sameFiling(row, asked) && overlap(row, asked),
  );
  if (held) return refuse(by, 'filing-held', held.trt_dcla_detl_sn);
  const waiting = applications.find((row) => row.kind === 'filing' && isPending(row) &&
    (sameFiling(row.asked, asked) || (replaces !== undefined && row.replaces === replaces))); // prettier-ignore
  return waiting && refuse(by, 'application-pending', waiting.trt_dcla_detl_sn);
};

const sameDisease = (one: Qualification, other: Qualification): boolean =>
  one.insutype === other.insutype && nationalCodeOf(one) === nationalCodeOf(other);

/** The disease is recognised for some of those days, or an application for it is waiting. */
export const qualificationThere = (
  { qualifications, applications }: Pick<AlreadyThere, 'qualifications' | 'applications'>,
  asked: Qualification,
  by: Party,
): Refusal | undefined => {
  const held = qualifications.find((row) => isStanding(row) && sameDisease(row, asked) && overlap(row, asked));
  if (held) return refuse(by, 'qualification-held', nationalCodeOf(asked), held.trt_dcla_detl_sn);
  const waiting = applications.find(
    (row) => row.kind === 'qualification' && isPending(row) && sameDisease(row.asked, asked),
  );
  return waiting && refuse(by, 'application-pending', waiting.trt_dcla_detl_sn);
};
