import type { Insurance, Person } from './person.ts';
import type { Visitor } from './visit.ts';

/** What the insured place tells the treatment place of a person. */
export const visitorOf = (person: Person, insurance: Insurance): Visitor => ({
  psn_no: person.psn_no,
  psn_name: person.psn_name,
  psn_cert_type: person.psn_cert_type,
  certno: person.certno,
  gend: person.gend,
  naty: person.naty,
  brdy: person.brdy,
  insutype: insurance.insutype,
  psn_type: insurance.psn_type,
  cvlserv_flag: insurance.cvlserv_flag,
});
