import type { Person } from '../person.ts';
import { hexOf } from './made-of.ts';

/** Who it is, as the credential door tells it; `ecToken` goes with it where a credential was shown. */
export const identityTold = ({ psn_no, psn_cert_type, certno, psn_name, gend, naty, brdy, insurances }: Person) => ({
  idNo: certno,
  idType: psn_cert_type,
  userName: psn_name,
  insuOrg: insurances[0]?.insuplc_admdvs ?? '',
  ecIndexNo: hexOf(32, 'index', psn_no),
  gender: gend,
  birthday: brdy,
  nationality: naty,
});
