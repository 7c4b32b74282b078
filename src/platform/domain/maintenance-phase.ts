import type { Instant } from '../../kernel/civil-time.ts';
import type { Maintenance } from './maintenance.ts';

/** planned 未开始, lead 提前期, running 进行中, over 已结束, cancelled 已取消. */
export type MaintenancePhase = 'planned' | 'lead' | 'running' | 'over' | 'cancelled';

const MINUTE = 60_000;

/** When earlier business begins to drain; the begin itself where there is no lead time. */
export const leadBegin = ({ begin, leadMinutes = 0 }: Maintenance): Instant => begin - leadMinutes * MINUTE;

/** Where a window stands; nothing is stored of it, the clock alone decides. */
export const phaseOf = (window: Maintenance, now: Instant): MaintenancePhase => {
  if (window.cancelledAt !== undefined) return 'cancelled';
  if (now < leadBegin(window)) return 'planned';
  if (now < window.begin) return 'lead';
  return now < window.end ? 'running' : 'over';
};

/** From one moment to another, both inclusive. */
export type Stretch = { readonly from: Instant; readonly to: Instant };

/** Whether the window runs at some moment of the stretch: a message may wait longer than a window lasts. */
export const runsIn = ({ cancelledAt, begin, end }: Maintenance, { from, to }: Stretch): boolean =>
  cancelledAt === undefined && begin <= to && from < end;
