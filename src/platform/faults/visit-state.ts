import type { Reader } from '../store/port.ts';

/** What has become of a visit so far. */
export const VISIT_STATES = [
  'unknown',
  'registered',
  'charged',
  'settled',
  'refunded',
  'reversed',
  'withdrawn',
] as const;

export type VisitState = (typeof VISIT_STATES)[number];

/** The state of a visit as the treatment place's book has it; unknown: no such visit. */
export const visitState = (reader: Reader, mdtrt_id: string): VisitState => {
  const visit = reader.visit(mdtrt_id);
  if (!visit) return 'unknown';
  if (visit.withdrawn) return 'withdrawn';
  const last = reader.settlementsOfVisit('treatment', mdtrt_id).findLast((row) => row.refundOf === undefined);
  if (last?.state === 'effective') return 'settled';
  if (reader.batches(mdtrt_id).some((batch) => batch.settledBy === undefined)) return 'charged';
  return last ? last.state : 'registered';
};
