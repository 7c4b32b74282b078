import { must } from '../../../../kernel/assert.ts';
import { findVoucher, redDue, verifyQr } from '../../../sandbox.ts';
import { problem } from '../answers.ts';
import type { ControlContext, ControlHandler } from '../control-env.ts';
import { shownVoucher } from './shown.ts';

const readerOf = (c: ControlContext) => c.var.workspace.world().store.reader;

/** `GET /vouchers?institution=H…`: the vouchers 电子结算凭证 of one institution, or of all. */
export const listVouchers: ControlHandler = (c) => {
  const institution = c.req.query('institution');
  const all = readerOf(c).vouchers();
  const wanted = all.filter((one) => institution === undefined || one.fixmedins_code === institution);
  return c.json({ vouchers: wanted.map(shownVoucher) });
};

/** `GET /vouchers/todo`: vouchers whose settlement was refunded or reversed, and that nobody has taken back yet. */
export const listRedDue: ControlHandler = (c) =>
  c.json({ todo: redDue(readerOf(c)).map(({ voucher, ...why }) => ({ ...why, voucher: shownVoucher(voucher) })) });

/** The voucher that the path names, or undefined. */
export const voucherNamed = (c: ControlContext) =>
  findVoucher(readerOf(c), c.req.param('institution') ?? '', c.req.param('name') ?? '');

export const noVoucher = (c: ControlContext): Response =>
  problem(c, 404, `没有机构 ${c.req.param('institution') ?? ''} 的凭证 ${c.req.param('name') ?? ''}`);

/** `GET /vouchers/{institution}/{code-number}`: one voucher with all its versions. */
export const getVoucher: ControlHandler = (c) => {
  const voucher = voucherNamed(c);
  return voucher ? c.json({ voucher: shownVoucher(voucher) }) : noVoucher(c);
};

const TYPES = { ofd: 'application/ofd', pdf: 'application/pdf' } as const;

/** `GET /vouchers/{institution}/{code-number}/file`: the layout file that came last, as a download. */
export const getVoucherFile: ControlHandler = (c) => {
  const voucher = voucherNamed(c);
  const last = voucher?.versions.at(-1);
  if (!voucher || !last) return noVoucher(c);
  const reader = readerOf(c);
  const layout = reader.voucherUpload(voucher.fixmedins_code, last.upldBchno, last.row)?.layout;
  if (!layout) return problem(c, 404, '这张凭证没有保存版式文件');
  const file = reader.voucherFile(layout.sha256);
  must(file, 'a layout file that is named is kept');
  return c.body(Buffer.from(file.base64, 'base64'), 200, {
    'content-type': TYPES[layout.format],
    'content-disposition': `attachment; filename="${layout.name}"`,
    'x-content-type-options': 'nosniff',
  });
};

/** `GET /vouchers/verify?text=…`: what the QR code of a specimen comes to. */
export const getVerification: ControlHandler = (c) => {
  const { voucher, ...said } = verifyQr(readerOf(c), c.req.query('text') ?? '');
  return c.json({ ...said, voucher: voucher ? shownVoucher(voucher) : null });
};
