import { placeOf, type Admdvs } from '../../../kernel/admdvs.ts';
import { addDays, type CivilDate, type Instant } from '../../../kernel/civil-time.ts';
import type { Application, Entitlement } from '../application.ts';
import type { Institution } from '../institution.ts';
import type { Ended, Person } from '../person.ts';
import { chosenUpload, qualificationUpload } from '../uploads-of.ts';
import type { DomainWrite } from '../write.ts';

/** Whose row it is and where; the chosen institution where one is. */
export type Concerned = {
  readonly person: Person;
  readonly insuplc: Admdvs;
  readonly chosen?: Institution | undefined;
  readonly now: Instant;
};

/** What was asked for, as what would be held. */
export const askedFor = (application: Application): Entitlement => {
  switch (application.kind) {
    case 'filing':
      return { kind: 'filing', row: application.asked };
    case 'qualification':
      return { kind: 'qualification', row: application.asked };
    case 'chosen-institution':
      return { kind: 'chosen-institution', row: application.asked };
  }
};

/** The row as the insured place keeps it, and what it uploads of it to the national node (1610, pair of 1825). */
export const entitlementWrites = (held: Entitlement, { person, insuplc, chosen, now }: Concerned): DomainWrite[] => {
  if (held.kind === 'filing') return [{ kind: 'filing.put', filing: held.row }];
  if (held.kind === 'qualification') {
    const { ended: _ended, ...row } = held.row;
    return [
      { kind: 'qualification.put', qualification: held.row },
      { kind: 'upload.put', upload: qualificationUpload(person, row, insuplc, now) },
    ];
  }
  const mdtrtarea = placeOf(chosen?.admdvs ?? insuplc);
  return [
    { kind: 'chosen.put', chosen: held.row },
    { kind: 'upload.put', upload: chosenUpload(person, held.row, insuplc, mdtrtarea, now) },
  ];
};

type Dated = { readonly begndate: CivilDate; readonly enddate?: CivilDate };

/** Its last day is the day before; what has not begun by then never holds. An earlier last day stays. */
const untilBefore = <Row extends Dated>(row: Row, day: CivilDate): Row => {
  const last = addDays(day, -1);
  return row.enddate !== undefined && row.enddate < last ? row : { ...row, enddate: last };
};

/** What is held, ended from that day on. A choice of an institution keeps no reason: nobody is told one. */
export const endedFrom = (held: Entitlement, day: CivilDate, ended: Ended): Entitlement => {
  switch (held.kind) {
    case 'filing':
      return { kind: held.kind, row: { ...untilBefore(held.row, day), ended } };
    case 'qualification':
      return { kind: held.kind, row: { ...untilBefore(held.row, day), ended } };
    case 'chosen-institution':
      return { kind: held.kind, row: untilBefore(held.row, day) };
  }
};
