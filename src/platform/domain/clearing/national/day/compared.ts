import type { Admdvs } from '../../../../../kernel/admdvs.ts';
import { reconcile, type Reconciled } from '../../../../../rules/clearing/reconcile.ts';
import type { ListFault } from '../fault.ts';
import type { DayDifference, DayEntry, DayLeg, DayStatement } from '../records.ts';
import { faultyList } from './faulty-list.ts';
import type { Side } from './side.ts';

type Figures = Pick<DayStatement, 'rows' | 'agreed' | 'unlisted' | 'unlistedInsured' | 'differing'>;

/** A side held together: the nation against its hospitals, and against the insured places. */
export const compared = (side: Side, province: Admdvs, faults: readonly ListFault[]): Figures => {
  const { nation, treatment, unlisted } = side;
  const own = [...nation.rows.values()];
  const sent = own.filter((row) => unlisted.treatment.has(row.setl_id));
  const listed = [...treatment.rows.values(), ...sent];
  const list = faultyList({ entries: listed, reversed: [...nation.reversed.values()] }, faults);
  const known = own.filter((row) => !unlisted.insured.has(row.setl_id));
  const booked = [...side.insured.rows.values()];
  const differing = [
    ...differences(side, 'treatment', reconcile<DayEntry, DayEntry>(own, list), () => province),
    ...differences(side, 'insured', reconcile(known, booked), (setl_id) => side.payers.get(setl_id) ?? ''),
  ];
  const rows = new Set([...own, ...list, ...booked].map((row) => row.setl_id)).size;
  return {
    rows,
    agreed: rows - new Set(differing.map((row) => row.setl_id)).size,
    unlisted: unlisted.treatment.size,
    unlistedInsured: unlisted.insured.size,
    differing,
  };
};

const differences = (
  side: Side,
  leg: DayLeg,
  rows: readonly Reconciled<DayEntry, DayEntry>[],
  partyOf: (setl_id: string) => Admdvs,
): DayDifference[] =>
  rows.flatMap(({ verdict: found, ours, theirs }): DayDifference[] => {
    const verdict = found === 'agree' && differInState(ours, theirs) ? 'state-differs' : found;
    if (verdict === 'agree') return [];
    const setl_id = (ours ?? theirs)?.setl_id ?? '';
    const reversed = hasReversed(side, leg, setl_id, ours, theirs);
    return [
      {
        setl_id, verdict, leg, party: partyOf(setl_id),
        ...(ours && { ours }), ...(theirs && { theirs }), ...(reversed && { reversed }),
      },
    ];
  }); // prettier-ignore

/** Whether the party that lacks a row had it once. */
const hasReversed = (side: Side, leg: DayLeg, setl_id: string, ours?: DayEntry, theirs?: DayEntry): boolean => {
  if (ours && theirs) return false;
  return (ours ? side[leg] : side.nation).reversed.has(setl_id);
};

/** A list that says nothing of the state is not held to it. */
const differInState = (ours: DayEntry | undefined, theirs: DayEntry | undefined): boolean =>
  ours?.state !== undefined && theirs?.state !== undefined && ours.state !== theirs.state;
