import { syntheticIdentityNumber } from '../../../../src/kernel/identity-number.ts';
import type { Filing, Person, Qualification } from '../../../../src/platform/domain/person.ts';

export const personRow = (row: Partial<Person> = {}): Person => ({
  psn_no: '11000000000000000000000001',
  psn_cert_type: '01',
  certno: syntheticIdentityNumber('11', '1956-03-12', 1),
  psn_name: '沙箱一',
  gend: '1',
  naty: '01',
  brdy: '1956-03-12',
  insurances: [
    {
      insutype: '310',
      psn_type: '1201',
      psn_insu_stas: '1',
      psn_insu_date: '2001-01-01',
      cvlserv_flag: '0',
      insuplc_admdvs: '110000',
      emp_name: '沙箱退休职工管理处',
    },
  ],
  identities: [],
  ...row,
});

export const filingRow = (row: Partial<Filing> = {}): Filing => ({
  trt_dcla_detl_sn: 'F0001',
  psn_no: personRow().psn_no,
  kind: 'resident',
  mdtrtarea_admdvs: '440300',
  begndate: '2026-01-01',
  ...row,
});

export const qualificationRow = (row: Partial<Qualification> = {}): Qualification => ({
  trt_dcla_detl_sn: 'Q0001',
  psn_no: personRow().psn_no,
  insutype: '310',
  local_dise_code: 'M03900',
  opsp_dise_code: 'M03900',
  opsp_dise_name: '高血压',
  begndate: '2025-06-01',
  ...row,
});
