import { isAdmdvs } from '../../kernel/admdvs.ts';
import type { Instant } from '../../kernel/civil-time.ts';
import { maintenanceStop } from '../domain/maintenance-stop.ts';
import type { Party } from '../domain/party.ts';
import type { Refusal } from '../domain/refusals.ts';
import type { LegQuestion, Reader } from '../store/port.ts';

/** Business between two places, new and earlier: it stops at the national door when either of them is down. */
const BETWEEN_PLACES = new Set(['1005', '1106', '1107', '1203', '1301', '1404', '1406']);

type Addressed = Pick<LegQuestion, 'door' | 'infno' | 'mdtrtarea' | 'insuplc'>;

/**
 * What a message meets whose way leads through a maintenance window 停机维护: the text of the window, at once and never by
 * a time-out (医保办发〔2024〕19号 五(二)). At each door those are asked who must answer there.
 */
export const maintenance = (reader: Reader, addressed: Addressed, now: Instant): Refusal | undefined => {
  const windows = reader.maintenances();
  return windows.length === 0 ? undefined : maintenanceStop(windows, needed(addressed), now);
};

const needed = ({ door, infno, mdtrtarea, insuplc }: Addressed): readonly Party[] => {
  const treatment: readonly Party[] = isAdmdvs(mdtrtarea) ? [{ role: 'treatment', place: mdtrtarea }] : [];
  const insured: readonly Party[] = isAdmdvs(insuplc) ? [{ role: 'insured', place: insuplc }] : [];
  if (door === 'hospital') return treatment;
  if (door === 'insured') return insured;
  // The credential platform is a system of its own: no window of the others closes it.
  if (door === 'credential') return [];
  return [{ role: 'national' }, ...(BETWEEN_PLACES.has(infno) ? [...treatment, ...insured] : [])];
};
