import type { Admdvs } from '../../../kernel/admdvs.ts';
import { dateOf, type CivilDate } from '../../../kernel/civil-time.ts';
import type { Institution } from '../institution.ts';
import type { Party } from '../party.ts';
import type { Filing, FilingKind } from '../person.ts';
import { refuse, type Refusal } from '../refusals.ts';
import type { FilingAsked } from './filing-asked.ts';
import { lockStop } from './filing-lock.ts';
import { moveStop } from './moves.ts';
import type { Filed } from './ruling.ts';

/** What of a filing is to be another 变更; `only: null` opens it to every institution of the place. */
export type FilingChange = {
  readonly kind?: FilingKind;
  readonly mdtrtarea_admdvs?: Admdvs;
  readonly only?: { readonly fixmedins_code: string; readonly known: Institution | undefined } | null;
  readonly begndate?: CivilDate;
  readonly enddate?: CivilDate;
};

/**
 * The filing that takes the place of another one: what is not changed stays. With another place the limit to one
 * institution goes, with another kind the last day.
 */
export const changedFiling = (
  before: Filing,
  change: FilingChange,
  known: Institution | undefined,
  today: CivilDate,
): Omit<FilingAsked, 'trt_dcla_detl_sn'> => {
  const { psn_no, fixmedins_code } = before;
  const kind = change.kind ?? before.kind;
  const stays = change.mdtrtarea_admdvs === undefined && fixmedins_code !== undefined;
  const only = change.only === undefined && stays ? { fixmedins_code, known } : change.only;
  return {
    psn_no,
    kind,
    mdtrtarea_admdvs: change.mdtrtarea_admdvs ?? before.mdtrtarea_admdvs,
    ...(only && { only }),
    begndate: change.begndate ?? (before.begndate > today ? before.begndate : today),
    enddate: change.enddate ?? (kind === before.kind ? before.enddate : undefined),
  };
};

/** Why a filing cannot be changed from that day on. */
export const changeStop = (
  { application, held }: Filed,
  begndate: CivilDate,
  { lockMonths, now, by }: { readonly lockMonths: number; readonly now: number; readonly by: Party },
): Refusal | undefined => {
  const today = dateOf(now);
  const stop = moveStop(application, 'changed', by) ?? lockStop(application, lockMonths, today, by);
  if (stop) return stop;
  const enddate = held?.row.enddate;
  if (enddate !== undefined && enddate < today) return refuse(by, 'filing-not-held', application.trt_dcla_detl_sn);
  if (begndate < today) return refuse(by, 'filing-change-past', begndate, today);
  return enddate !== undefined && enddate < begndate ? refuse(by, 'filing-change-late', begndate, enddate) : undefined;
};
