import { provinceOf, reach, type Admdvs } from '../../../../../kernel/admdvs.ts';
import type { CivilDate, CivilDateTime } from '../../../../../kernel/civil-time.ts';
import { reconcile, type Entry } from '../../../../../rules/clearing/reconcile.ts';
import type { Institution } from '../../../institution.ts';
import type { Settlement } from '../../../settlement.ts';
import type { ListFault } from '../fault.ts';
import { PAGE } from '../month-lines.ts';
import type { DayDifference, DayStatement } from '../records.ts';
import { faultyList } from './faulty-list.ts';

/** The look-ups that the reconciliation of a day is made of. */
export type DayReader = {
  readonly institutions: () => readonly Institution[];
  readonly settlementsOfInstitution: (code: string, from: CivilDate, to: CivilDate) => readonly Settlement[];
  readonly nationalOfDay: (date: CivilDate, after: Settlement | undefined, limit: number) => readonly Settlement[];
};

/** Both sides of a day in one treatment province. */
type Side = { readonly ours: Map<string, Entry>; readonly theirs: Map<string, Entry>; readonly reversed: Entry[] };

const entryOf = ({ setl_id, shares }: Settlement): Entry => ({
  setl_id,
  medfee_sumamt: shares.medfee_sumamt,
  fund_pay_sumamt: shares.fund_pay_sumamt,
  acct_pay: shares.acct_pay,
});

/**
 * Reconciles a day 对账: the national book against the books of the hospitals, treatment province by treatment province.
 * What a province sent itself has no other list here and agrees with itself. Yields now and then, so that whoever
 * drives it can let messages through.
 */
export function* reconcileDay(
  reader: DayReader,
  date: CivilDate,
  faults: readonly ListFault[],
  at: CivilDateTime,
): Generator<void, DayStatement[]> {
  const sides = new Map<Admdvs, Side>();
  for (let after: Settlement | undefined, more = true; more;) {
    const page = reader.nationalOfDay(date, after, PAGE);
    for (const row of page) enter(sides, row, 'ours');
    after = page.at(-1);
    more = page.length === PAGE;
    yield;
  }
  for (const { fixmedins_code } of reader.institutions()) {
    const rows = reader.settlementsOfInstitution(fixmedins_code, date, date);
    for (const row of rows) if (reach(row.mdtrtarea, row.insuplc) === 'cross-province') enter(sides, row, 'theirs');
    if (rows.length > 0) yield;
  }
  for (const { province } of faults) sideOf(sides, province);
  return [...sides].sort(([a], [b]) => (a < b ? -1 : 1)).map(([province, side]) => {
    const mine = faults.filter((fault) => fault.province === province);
    return { date, province, ...compared(side, mine), at };
  }); // prettier-ignore
}

const sideOf = (sides: Map<Admdvs, Side>, province: Admdvs): Side => {
  const side = sides.get(province) ?? { ours: new Map(), theirs: new Map(), reversed: [] };
  sides.set(province, side);
  return side;
};

const enter = (sides: Map<Admdvs, Side>, row: Settlement, which: 'ours' | 'theirs'): void => {
  const side = sideOf(sides, provinceOf(row.mdtrtarea));
  if (row.state !== 'reversed') side[which].set(row.setl_id, entryOf(row));
  else if (which === 'ours') side.reversed.push(entryOf(row));
};

const compared = ({ ours, theirs, reversed }: Side, faults: readonly ListFault[]) => {
  const unlisted = [...ours.values()].filter((row) => !theirs.has(row.setl_id));
  const list = faultyList({ entries: [...theirs.values(), ...unlisted], reversed }, faults);
  const rows = reconcile([...ours.values()], list);
  const differing = rows.flatMap(({ verdict, ours: own, theirs: other }): DayDifference[] =>
    verdict === 'agree'
      ? []
      : [
          {
            setl_id: (own ?? other)?.setl_id ?? '',
            verdict,
            ...(own && { ours: own }),
            ...(other && { theirs: other }),
          },
        ],
  );
  return { rows: rows.length, agreed: rows.length - differing.length, unlisted: unlisted.length, differing };
};
