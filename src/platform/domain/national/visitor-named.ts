import type { Visitor } from '../visit.ts';

type Optional<T> = { readonly [field in keyof T]?: T[field] | undefined };

/** The person of an answered setlinfo or registration; what a remote place leaves out is empty. */
export const visitorNamed = (
  info: Pick<Visitor, 'psn_no' | 'psn_name' | 'psn_cert_type' | 'certno' | 'insutype' | 'psn_type'> &
    Optional<Pick<Visitor, 'gend' | 'naty' | 'brdy' | 'cvlserv_flag'>>,
): Visitor => ({
  psn_no: info.psn_no,
  psn_name: info.psn_name,
  psn_cert_type: info.psn_cert_type,
  certno: info.certno,
  gend: info.gend ?? '0',
  naty: info.naty ?? '',
  brdy: info.brdy ?? '',
  insutype: info.insutype,
  psn_type: info.psn_type,
  cvlserv_flag: info.cvlserv_flag ?? '0',
});
