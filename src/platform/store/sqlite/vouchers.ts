import { and, asc, eq, sql } from 'drizzle-orm';
import type { Reader } from '../port.ts';
import type { Appliers } from './appliers.ts';
import type { Database } from './database.ts';
import { voucher, voucherBatch, voucherFile, voucherOnboarding, voucherUpload } from './schema.ts';
import { preparePut } from './statements.ts';

type Reads =
  | 'voucher'
  | 'vouchersNumbered'
  | 'vouchers'
  | 'vouchersOfSettlement'
  | 'voucherBatch'
  | 'voucherUpload'
  | 'voucherUploads'
  | 'voucherFile'
  | 'voucherOnboarding'
  | 'voucherOnboardings';
type Writes =
  'voucher.put' | 'voucher-batch.put' | 'voucher-upload.put' | 'voucher-file.put' | 'voucher-onboarding.put';

const given = (name: string) => sql.placeholder(name);

/** Electronic settlement vouchers 电子结算凭证. */
export const readVouchers = (db: Database): Pick<Reader, Reads> => {
  const inOrder = [asc(voucher.fixmedins_code), asc(voucher.no), asc(voucher.code)];
  const vouchers = () => db.select({ body: voucher.body }).from(voucher);
  const ofNumber = and(eq(voucher.fixmedins_code, given('fixmedins_code')), eq(voucher.no, given('no')));
  const byKey = vouchers()
    .where(and(ofNumber, eq(voucher.code, given('code'))))
    .prepare();
  const numbered = vouchers().where(ofNumber).orderBy(asc(voucher.code)).prepare();
  const all = vouchers()
    .orderBy(...inOrder)
    .prepare();
  const ofSettlement = vouchers()
    .where(eq(voucher.setl_id, given('setl_id')))
    .orderBy(...inOrder)
    .prepare();
  return {
    voucher: ({ fixmedins_code, no, code }) => byKey.get({ fixmedins_code, no, code })?.body,
    vouchersNumbered: (fixmedins_code, no) => numbered.all({ fixmedins_code, no }).map((row) => row.body),
    vouchers: () => all.all().map((row) => row.body),
    vouchersOfSettlement: (setl_id) => ofSettlement.all({ setl_id }).map((row) => row.body),
    ...readBatches(db),
    ...readOnboarding(db),
  };
};

const readOnboarding = (db: Database): Pick<Reader, 'voucherOnboarding' | 'voucherOnboardings'> => {
  const rows = () => db.select({ body: voucherOnboarding.body }).from(voucherOnboarding);
  const byCode = rows()
    .where(eq(voucherOnboarding.fixmedins_code, given('fixmedins_code')))
    .prepare();
  const all = rows().orderBy(asc(voucherOnboarding.fixmedins_code)).prepare();
  return {
    voucherOnboarding: (fixmedins_code) => byCode.get({ fixmedins_code })?.body,
    voucherOnboardings: () => all.all().map((row) => row.body),
  };
};

const readBatches = (
  db: Database,
): Pick<Reader, 'voucherBatch' | 'voucherUpload' | 'voucherUploads' | 'voucherFile'> => {
  const batchByKey = db
    .select({ body: voucherBatch.body })
    .from(voucherBatch)
    .where(and(eq(voucherBatch.fixmedins_code, given('fixmedins_code')), eq(voucherBatch.upld_bchno, given('batch'))))
    .prepare();
  const uploads = () => db.select({ body: voucherUpload.body }).from(voucherUpload);
  const ofBatch = and(
    eq(voucherUpload.fixmedins_code, given('fixmedins_code')),
    eq(voucherUpload.upld_bchno, given('batch')),
  );
  const uploadByRow = uploads()
    .where(and(ofBatch, eq(voucherUpload.row, given('row'))))
    .prepare();
  const uploadsOfBatch = uploads().where(ofBatch).orderBy(asc(voucherUpload.row)).prepare();
  const file = db
    .select()
    .from(voucherFile)
    .where(eq(voucherFile.sha256, given('sha256')))
    .prepare();
  return {
    voucherBatch: (fixmedins_code, batch) => batchByKey.get({ fixmedins_code, batch })?.body,
    voucherUpload: (fixmedins_code, batch, row) => uploadByRow.get({ fixmedins_code, batch, row })?.body,
    voucherUploads: (fixmedins_code, batch) => uploadsOfBatch.all({ fixmedins_code, batch }).map((row) => row.body),
    voucherFile: (sha256) => {
      const found = file.get({ sha256 });
      return found && { sha256, base64: found.bytes.toString('base64') };
    },
  };
};

export const writeVouchers = (db: Database): Pick<Appliers, Writes> => {
  const putVoucher = preparePut(db, voucher, voucher.fixmedins_code, voucher.no, voucher.code);
  const putBatch = preparePut(db, voucherBatch, voucherBatch.fixmedins_code, voucherBatch.upld_bchno);
  const { fixmedins_code, upld_bchno, row } = voucherUpload;
  const putUpload = preparePut(db, voucherUpload, fixmedins_code, upld_bchno, row);
  const putFile = preparePut(db, voucherFile, voucherFile.sha256);
  const putOnboarding = preparePut(db, voucherOnboarding, voucherOnboarding.fixmedins_code);
  return {
    'voucher.put': ({ voucher: body }) => {
      const { no, code, relation } = body;
      putVoucher({ fixmedins_code: body.fixmedins_code, no, code, setl_id: relation.setlId ?? null, body });
    },
    'voucher-batch.put': ({ batch: body }) =>
      putBatch({ fixmedins_code: body.fixmedins_code, upld_bchno: body.upldBchno, body }),
    'voucher-upload.put': ({ upload: body }) =>
      putUpload({ fixmedins_code: body.fixmedins_code, upld_bchno: body.upldBchno, row: body.row, body }),
    'voucher-file.put': ({ file: { sha256, base64 } }) => putFile({ sha256, bytes: Buffer.from(base64, 'base64') }),
    'voucher-onboarding.put': ({ onboarding: body }) => putOnboarding({ fixmedins_code: body.fixmedins_code, body }),
  };
};
