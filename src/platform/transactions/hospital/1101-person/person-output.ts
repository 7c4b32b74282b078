import { ageInTenths, type CivilDate } from '../../../../kernel/civil-time.ts';
import { ZERO, type Fen } from '../../../../kernel/money.ts';
import type { Insurance, Person } from '../../../domain/person.ts';
import type { Output } from './wire.gen.ts';

/** The table knows neither 缴费档次 nor the employer's plan: they stay with the insured place. */
const told = ({ grade: _grade, employer_plan: _plan, ...row }: Insurance) => row;

/** Base information, one insuinfo row per insurance × place, one idetinfo row per special identity. */
export const personOutput = (
  person: Person,
  insurances: readonly Insurance[],
  balanceOf: (row: Insurance) => Fen | undefined,
  today: CivilDate,
): Output => ({
  baseinfo: {
    psn_no: person.psn_no,
    psn_cert_type: person.psn_cert_type,
    certno: person.certno,
    psn_name: person.psn_name,
    gend: person.gend,
    naty: person.naty,
    brdy: person.brdy,
    age: ageInTenths(person.brdy, today),
  },
  insuinfo: insurances.map((row) => ({ ...told(row), balc: balanceOf(row) ?? ZERO })),
  idetinfo: person.identities.map(({ begndate, enddate, ...row }) => ({
    ...row,
    begntime: `${begndate} 00:00:00`,
    ...(enddate !== undefined && { endtime: `${enddate} 23:59:59` }),
  })),
});
