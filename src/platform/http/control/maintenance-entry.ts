import { placeName } from '../../../kernel/admdvs.ts';
import { dateTimeOf, type Instant } from '../../../kernel/civil-time.ts';
import type { Maintenance } from '../../domain/maintenance.ts';
import { leadBegin, phaseOf, type MaintenancePhase } from '../../domain/maintenance-phase.ts';

const MINUTE = 60_000;

/** A window with its times as civil time, where it stands, and the minutes until that changes. */
export const maintenanceEntry = (window: Maintenance, now: Instant) => {
  const { id, node, transactions, begin, end, leadMinutes, newBusiness = 'refused', text, cancelledAt } = window;
  const state = phaseOf(window, now);
  const next = nextChange(window, state);
  return {
    id,
    node,
    name: nameOf(node),
    ...(transactions && { transactions }),
    from: dateTimeOf(begin),
    to: dateTimeOf(end),
    ...(leadMinutes !== undefined && { leadMinutes, leadFrom: dateTimeOf(leadBegin(window)), newBusiness }),
    text,
    state,
    ...(next !== undefined && { remainingMinutes: Math.ceil((next - now) / MINUTE) }),
    ...(cancelledAt !== undefined && { cancelledAt: dateTimeOf(cancelledAt) }),
  };
};

const nameOf = (node: Maintenance['node']): string => {
  if (node === 'all') return '各方';
  return node === 'national' ? '国家平台' : placeName(node);
};

const nextChange = (window: Maintenance, state: MaintenancePhase): Instant | undefined => {
  if (state === 'planned') return leadBegin(window);
  if (state === 'lead') return window.begin;
  return state === 'running' ? window.end : undefined;
};
