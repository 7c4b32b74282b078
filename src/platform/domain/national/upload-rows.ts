import type { Input as Institutions } from './1603.gen.ts';
import type { Input as Qualifications } from './1610.gen.ts';
import type { Input as OpenedDiseases } from './1620.gen.ts';
import type { Input as ChosenInstitutions } from './1625.gen.ts';

/** A row of 1603 and 1803: an institution. */
export type InstitutionRow = Institutions['data'][number];
/** A row of 1620 and 1840: a disease that an institution has opened. */
export type OpenedRow = OpenedDiseases['data'][number];
/** A row of 1610 and 1824: a qualification. */
export type QualificationRow = Qualifications['data'][number];
/** A row of 1625 and 1825: an institution that an insured person chose. */
export type ChosenRow = ChosenInstitutions['data'][number];
