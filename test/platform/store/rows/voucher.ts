import { instantOf } from '../../../../src/kernel/civil-time.ts';
import { asFen } from '../../../../src/kernel/money.ts';
import type { Onboarding } from '../../../../src/platform/domain/voucher/onboarding/onboarding.ts';
import type { Voucher, VoucherBatch, VoucherUpload } from '../../../../src/platform/domain/voucher/voucher.ts';

const at = instantOf('2026-09-01 10:00:00');
const relation = {
  elecSetlCertCode: '44060126', elecSetlCertNo: '0000000001', elecSetlCertType: '1', certSetlType: '1', mdtrtType: '1',
  billDate: '2026-09-01', medfeeSumamt: asFen(10_000), setlId: 'S1',
}; // prettier-ignore

export const voucherRow = (row: Partial<Voucher> = {}): Voucher => ({
  fixmedins_code: 'H44030099001',
  no: '0000000001',
  code: '44060126',
  state: 'received',
  relation,
  red: false,
  rhredFlag: '0',
  reimFlag: '0',
  versions: [],
  ...row,
});

export const voucherBatchRow = (row: Partial<VoucherBatch> = {}): VoucherBatch => ({
  fixmedins_code: 'H44030099001',
  upldBchno: '2026090100001',
  way: '4901',
  bizStsb: '20260901',
  receivedAt: at,
  count: 1,
  content: 'hash',
  ...row,
});

export const voucherUploadRow = (row: Partial<VoucherUpload> = {}): VoucherUpload => ({
  fixmedins_code: 'H44030099001',
  upldBchno: '2026090100001',
  row: 0,
  way: '4901',
  receivedAt: at,
  from: '2026-09-01',
  to: '2026-09-01',
  relation,
  fileFaults: [],
  content: 'hash',
  ftfileSavRslt: '0',
  chkRslt: '0',
  faults: [],
  ...row,
});

export const voucherOnboardingRow = (row: Partial<Onboarding> = {}): Onboarding => ({
  fixmedins_code: 'H44030099001',
  stage: 'test',
  orders: [
    {
      no: 'GD202609010001',
      category: '接入申请',
      detail: '电子结算凭证',
      submittedAt: at,
      state: 'done',
      closedAt: at,
    },
  ],
  history: [{ step: 'admit', from: 'ordered', to: 'test', at, afterSeq: 7 }],
  ...row,
});
