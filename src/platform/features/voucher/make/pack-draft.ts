import { renderSVG } from 'uqr';
import { must } from '../../../../kernel/assert.ts';
import { ZERO } from '../../../../kernel/money.ts';
import { qrText } from '../../../domain/voucher/qr.ts';
import { loadTable } from '../../../wire/load-table.ts';
import { write } from '../../../wire/write.ts';
import { baseOf, type Draft, type DraftVoucher } from './draft.ts';
import type { Specimen } from './specimen.ts';
import { writeBill } from './write-bill.ts';
import { ofdFiles } from './write-ofd.ts';
import { utf8, zipFiles, type NamedBytes } from './zip-files.ts';

/** A batch that is ready to be sent. */
export type MadeBatch = {
  readonly infno: '4901' | '4905';
  readonly upldBchno: string;
  readonly bizStsb: string;
  /** JSON of the input. */
  readonly input: string;
  /** Everything that is in it, the zip itself, and a picture of each QR code. */
  readonly files: readonly NamedBytes[];
  readonly vouchers: readonly {
    readonly name: string;
    readonly code: string;
    readonly no: string;
    readonly qr: string;
    readonly total: number;
  }[];
};

export const packDraft = (draft: Draft): MadeBatch => {
  const made = draft.vouchers.flatMap((voucher) => filesOf(voucher, draft));
  const files = draft.files ? draft.files(made) : made;
  const plain = zipFiles(files);
  const zip = draft.zip ? draft.zip(plain) : plain;
  const { upldBchno, bizStsb } = draft.sent;
  const name = `${upldBchno}.zip`;
  return {
    infno: draft.way,
    upldBchno,
    bizStsb,
    input: inputOf(draft, name, zip),
    files: [...files, { name, bytes: zip }, ...draft.vouchers.slice(0, MOST_CODES).map(codeFile)],
    vouchers: draft.vouchers.map((voucher) => ({
      name: baseOf(voucher),
      code: voucher.relation.elecSetlCertCode ?? '',
      no: voucher.relation.elecSetlCertNo,
      qr: qrOf(voucher),
      total: voucher.relation.medfeeSumamt,
    })),
  };
};

const filesOf = (voucher: DraftVoucher, { mode, xml: edited, ofd }: Draft): NamedBytes[] => {
  const plain = writeBill(voucher.bill);
  const xml = edited ? edited(plain) : plain;
  const base = baseOf(voucher);
  const made = ofdFiles(voucher, mode === '1' ? xml : undefined);
  const layout = { name: `${base}.ofd`, bytes: zipFiles(ofd ? ofd(made) : made) };
  const beside = mode === '2' && xml !== undefined ? [{ name: `${base}-extinfo.xml`, bytes: utf8(xml) }] : [];
  return [layout, ...beside];
};

/** More codes than one would print: a batch that is too large has copies of one voucher. */
const MOST_CODES = 100;

/** The QR code as a picture: to be scanned from the screen. */
const codeFile = (voucher: Specimen): NamedBytes => ({
  name: `${baseOf(voucher)}-qr.svg`,
  bytes: utf8(renderSVG(qrOf(voucher), { ecc: 'M' })),
});

const ROWS = { 4901: 'upldDetlList', 4905: 'reUploadDetlDTOList' } as const;

/** The input by its table, the package last: it is long. */
const inputOf = ({ way, sent, vouchers, base64 }: Draft, filename: string, zip: Buffer): string => {
  const table = loadTable('hospital', way);
  must(table, `the table ${way} is there`);
  const rows = vouchers.map(({ relation, again }) => ({ ...relation, ...(again && againFields(again)) }));
  const text = write(table, { ...sent, filename, [ROWS[way]]: rows }, 'input');
  const compac = zip.toString('base64');
  const { ftfileCompac: _absent, ...fields } = JSON.parse(text) as Record<string, unknown>;
  return JSON.stringify({ ...fields, ftfileCompac: base64 ? base64(compac) : compac });
};

const againFields = ({ code, no, rea, renamed }: NonNullable<DraftVoucher['again']>) => ({
  ...(code !== '' && { initElecSetlCertCode: code }),
  initElecSetlCertNo: no,
  initUpldWay: '1',
  rea,
  certCodeNoErrFlag: renamed ? '1' : '0',
});

const qrOf = ({ fixmedins_code, bill: { billInfo: info } }: Specimen): string => {
  const { elecSetlCertCode: code = '', elecSetlCertNo: no = '', elecSetlCertChkcode: chkcode = '' } = info;
  return qrText({ fixmedins_code, code, no, chkcode, billDate: info.billDate ?? '', total: info.medSumfee ?? ZERO });
};
