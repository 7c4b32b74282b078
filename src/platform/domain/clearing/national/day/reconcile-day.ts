import { reach } from '../../../../../kernel/admdvs.ts';
import type { CivilDate, CivilDateTime } from '../../../../../kernel/civil-time.ts';
import type { Institution } from '../../../institution.ts';
import type { PlaceState } from '../../../place-state.ts';
import { REIMBURSED } from '../../../reimbursement.ts';
import { remoteOf } from '../../../remote-of.ts';
import type { Settlement } from '../../../settlement.ts';
import type { ListFault } from '../fault.ts';
import { PAGE } from '../month-lines.ts';
import type { DayStatement } from '../records.ts';
import { compared } from './compared.ts';
import { enter, knows, sideOf, type Sides } from './side.ts';

type OfDay = (date: CivilDate, after: Settlement | undefined, limit: number) => readonly Settlement[];

/** The look-ups that the reconciliation of a day is made of. */
export type DayReader = {
  readonly institutions: () => readonly Institution[];
  readonly settlementsOfInstitution: (code: string, from: CivilDate, to: CivilDate) => readonly Settlement[];
  readonly nationalOfDay: OfDay;
  readonly insuredOfDay: OfDay;
  readonly placeStates: () => readonly PlaceState[];
  readonly person: (psn_no: string) => object | undefined;
  readonly clearingRecords: (kind: 'day', from: string, to: string) => readonly DayStatement[];
};

/**
 * Reconciles a day 对账, treatment province by treatment province: the national book against the books of the hospitals,
 * and against those of the insured places. What a province sent itself has no hospital's list here; an insured place
 * that is a system of its own has no book here. Yields now and then, so that messages get through.
 */
export function* reconcileDay(
  reader: DayReader,
  date: CivilDate,
  faults: readonly ListFault[],
  at: CivilDateTime,
): Generator<void, DayStatement[]> {
  const sides: Sides = new Map();
  yield* enterBooks(reader, sides, date);
  // Who was told of a difference is told that there is none any more.
  const before = reader.clearingRecords('day', date, `${date} ~`);
  for (const { province } of [...faults, ...before]) sideOf(sides, province);
  return [...sides].sort(([a], [b]) => (a < b ? -1 : 1)).map(([province, side]) => {
    const mine = faults.filter((fault) => fault.province === province);
    return { date, province, ...compared(side, province, mine), at };
  }); // prettier-ignore
}

/** The nation's book comes last: of each of its rows is known by then whether others have it. */
function* enterBooks(reader: DayReader, sides: Sides, date: CivilDate): Generator<void, void> {
  for (const { fixmedins_code } of reader.institutions()) {
    const rows = reader.settlementsOfInstitution(fixmedins_code, date, date).filter(crossesProvinces);
    for (const row of rows) enter(sides, row, 'treatment');
    if (rows.length > 0) yield;
  }
  for (const page of pages(reader.insuredOfDay, date)) {
    const direct = page.filter((row) => crossesProvinces(row) && row.infno !== REIMBURSED);
    for (const row of direct) enter(sides, row, 'insured');
    yield;
  }
  const states = reader.placeStates();
  for (const page of pages(reader.nationalOfDay, date)) {
    for (const row of page) enterNational(reader, sides, row, states);
    yield;
  }
}

/**
 * A row is missed where its party must have it: a hospital what it sent itself, the engine of the sandbox whoever it
 * insures. Somebody whom it does not know is insured by a system of its own, as that of the place then was.
 */
const enterNational = (reader: DayReader, sides: Sides, row: Settlement, states: readonly PlaceState[]): void => {
  const { treatment, insured, unlisted } = enter(sides, row, 'nation');
  if (row.state === 'reversed') return;
  if (row.byHospital !== true && !knows(treatment, row.setl_id)) unlisted.treatment.add(row.setl_id);
  if (knows(insured, row.setl_id)) return;
  const isElsewhere = remoteOf(states, row.insuplc) !== undefined || !reader.person(row.visitor.psn_no);
  if (isElsewhere) unlisted.insured.add(row.setl_id);
};

const crossesProvinces = ({ mdtrtarea, insuplc }: Settlement): boolean =>
  reach(mdtrtarea, insuplc) === 'cross-province';

function* pages(ofDay: OfDay, date: CivilDate): Generator<readonly Settlement[], void> {
  for (let after: Settlement | undefined, more = true; more;) {
    const page = ofDay(date, after, PAGE);
    yield page;
    after = page.at(-1);
    more = page.length === PAGE;
  }
}
