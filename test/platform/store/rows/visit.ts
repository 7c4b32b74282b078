import { asFen, ZERO } from '../../../../src/kernel/money.ts';
import { asPrice, asQuantity } from '../../../../src/kernel/quantity.ts';
import { NOTHING } from '../../../../src/kernel/rate.ts';
import type { Batch, Registration, UploadedLine, Visit, Visitor } from '../../../../src/platform/domain/visit.ts';
import { institutionRow } from './institution.ts';
import { personRow } from './person.ts';

export const visitorRow = (row: Partial<Visitor> = {}): Visitor => ({
  psn_no: personRow().psn_no,
  psn_name: '沙箱一',
  psn_cert_type: '01',
  certno: personRow().certno,
  gend: '1',
  naty: '01',
  brdy: '1956-03-12',
  insutype: '310',
  psn_type: '1201',
  cvlserv_flag: '0',
  ...row,
});

export const registrationRow = (row: Partial<Registration> = {}): Registration => ({
  mdtrt_regno: '440300G0000012345678',
  psn_no: personRow().psn_no,
  insutype: '310',
  insuplc: '110000',
  mdtrtarea: '440300',
  fixmedins_code: institutionRow().fixmedins_code,
  registeredAt: '2026-09-01 09:00:00',
  ...row,
});

export const visitRow = (row: Partial<Visit> = {}): Visit => ({
  mdtrt_id: '440300G0000012345678',
  visitor: visitorRow(),
  fixmedins_code: institutionRow().fixmedins_code,
  mdtrtarea: '440300',
  insuplc: '110000',
  reach: 'cross-province',
  mdtrt_cert_type: '02',
  ipt_otp_no: 'MZ0001',
  begntime: '2026-09-01 09:00:00',
  withdrawn: false,
  ...row,
});

export const lineRow = (feedetl_sn: string): UploadedLine => ({
  feedetl_sn,
  fee_ocur_time: '2026-09-01 09:30:00',
  med_list_codg: 'XA01ABD075A002010100483',
  medins_list_codg: 'YP0001',
  det_item_fee_sumamt: asFen(3330),
  cnt: asQuantity(30_000),
  pric: asPrice(11_100_000),
  pric_uplmt_amt: asPrice(0),
  selfpay_prop: NOTHING,
  fulamt_ownpay_amt: ZERO,
  overlmt_amt: ZERO,
  preselfpay_amt: ZERO,
  inscp_scp_amt: asFen(3330),
  chrgitm_lv: '01',
  med_chrgitm_type: '09',
  lmt_used_flag: '0',
  sent: { bilg_dept_name: '心内科', prd_days: 7 },
});

export const batchRow = (row: Partial<Batch> = {}): Batch => ({
  mdtrt_id: visitRow().mdtrt_id,
  chrg_bchno: 'B1',
  lines: [lineRow('1'), lineRow('2')],
  revision: 1,
  ...row,
});
