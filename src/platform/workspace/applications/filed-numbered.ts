import type { ApplicationKind } from '../../domain/application.ts';
import { filedOf, filedUnder } from '../../domain/applications/filed.ts';
import type { FiledAs } from '../../domain/applications/ruling.ts';
import type { Person } from '../../domain/person.ts';
import { refuse, type Refusal } from '../../domain/refusals.ts';
import type { Reader } from '../../store/port.ts';
import { declaredBy as declaredByOneOfMany } from '../population/numbers.ts';
import { declaredBy as declaredByPersona } from '../seeds/person-numbers.ts';

/** An application or a row of the seeds by its number, and whose it is. */
export type FiledOfPerson<Kind extends ApplicationKind> = { readonly filed: FiledAs<Kind>; readonly person: Person };

/** What bears the number: applied for here, or of a persona or one of the population from the beginning. */
export const filedNumbered = <Kind extends ApplicationKind>(
  reader: Reader,
  no: string,
  kind: Kind,
): FiledOfPerson<Kind> | Refusal => {
  const applied = filedUnder(reader, no);
  const psn_no = applied?.application.psn_no ?? declaredByOneOfMany(no) ?? declaredByPersona(no);
  const person = psn_no === undefined ? undefined : reader.person(psn_no);
  const filed = applied ?? (person && filedOf(reader, person).find((row) => row.application.trt_dcla_detl_sn === no));
  if (!filed || !person || filed.application.kind !== kind) {
    return refuse({ role: 'sandbox' }, 'application-not-found', no);
  }
  return { filed: filed as FiledAs<Kind>, person };
};
