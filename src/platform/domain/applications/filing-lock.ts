import { addMonths, dateOf, type CivilDate } from '../../../kernel/civil-time.ts';
import { stateOf, type Application } from '../application.ts';
import type { Party } from '../party.ts';
import { refuse, type Refusal } from '../refusals.ts';

/** Why a filing for a long stay cannot be changed or cancelled yet: so many months after its approval 变更锁定期. */
export const lockStop = (
  application: Application,
  months: number,
  today: CivilDate,
  by: Party,
): Refusal | undefined => {
  if (application.kind !== 'filing' || application.asked.kind !== 'resident') return undefined;
  if (months === 0 || stateOf(application) !== 'approved') return undefined;
  const since = application.steps.findLast(({ state }) => state === 'approved') ?? application.steps[0];
  const until = addMonths(dateOf(since.at), months);
  return today < until ? refuse(by, 'filing-locked', application.trt_dcla_detl_sn, until) : undefined;
};
