import { isAdmdvs } from '../../kernel/admdvs.ts';
import type { Instant } from '../../kernel/civil-time.ts';
import type { Addressed, WaysClosed } from '../dispatch/ways-closed.ts';
import { BETWEEN_PLACES } from '../domain/between-places.ts';
import { announcement } from '../domain/maintenance-lead.ts';
import { begunRefusal, downRefusal, maintenanceStop, whoIsDown } from '../domain/maintenance-stop.ts';
import type { Party } from '../domain/party.ts';
import type { Refusal } from '../domain/refusals.ts';
import type { Reader } from '../store/port.ts';

/**
 * What a message meets whose way leads through a maintenance window 停机维护: the text of the window, at once and never by
 * a time-out (医保办发〔2024〕19号 五(二)). At each door those are asked who must answer there.
 */
export const maintenance: WaysClosed = {
  closed: (reader, addressed, now) => downNow(reader, needed(addressed).slice(0, 1), addressed, now),
  down: (reader, addressed, now) => downNow(reader, needed(addressed), addressed, now),
  stop: (reader, addressed, now) => maintenanceStop(reader.maintenances(), needed(addressed), addressed, now),
  announced: (reader, addressed, now) => announcement(reader.maintenances(), needed(addressed), addressed, now),
  begun: (reader, { way, kind }, stretch) => {
    const windows = reader.maintenances();
    const inner = way.at(-1)?.infno ?? '';
    for (const addressed of windows.length === 0 ? [] : way) {
      const down = whoIsDown(windows, needed(addressed), addressed, stretch);
      if (down) return kind === 'query' ? downRefusal(down) : begunRefusal(down, inner);
    }
    return undefined;
  },
};

const downNow = (
  reader: Reader,
  parties: readonly Party[],
  addressed: Addressed,
  now: Instant,
): Refusal | undefined => {
  const down = whoIsDown(reader.maintenances(), parties, addressed, { from: now, to: now });
  return down && downRefusal(down);
};

/** Who must answer at the door, its own node first. Between places it stops when either of them is down. */
const needed = ({ door, infno, mdtrtarea, insuplc }: Addressed): readonly Party[] => {
  const treatment: readonly Party[] = isAdmdvs(mdtrtarea) ? [{ role: 'treatment', place: mdtrtarea }] : [];
  const insured: readonly Party[] = isAdmdvs(insuplc) ? [{ role: 'insured', place: insuplc }] : [];
  if (door === 'hospital') return treatment;
  if (door === 'insured') return insured;
  // The credential platform is a system of its own: no window of the others closes it.
  if (door === 'credential') return [];
  return [{ role: 'national' }, ...(BETWEEN_PLACES.has(infno) ? [...treatment, ...insured] : [])];
};
