import { createHash } from 'node:crypto';
import { fail, ok, type Result } from '../../../../kernel/result.ts';
import { voucherFault } from '../../../domain/voucher/faults.ts';
import type { Packed, PackedVoucher } from '../../../domain/voucher/unpacked.ts';
import type { Bill, LayoutFile, VoucherFault } from '../../../domain/voucher/voucher.ts';
import { inWords, LAYOUT_BYTES, XML_BYTES } from './limits.ts';
import { readBill } from './read-bill.ts';
import { readOfd, type InsideLayout } from './read-ofd.ts';
import { readPdf, startsLikePdf } from './read-pdf.ts';
import { startsLikeZip, type ZipEntry } from './read-zip.ts';

/** The files of one voucher. */
export type VoucherFiles = { readonly base: string; readonly layouts: ZipEntry[]; readonly xmls: ZipEntry[] };

type Unpacked = { readonly name: string; readonly bytes: Buffer };
type Layout = { readonly file: LayoutFile; readonly inside: readonly InsideLayout[] };

/** What the files of one voucher are, and what they say. Bytes of a layout file that can be kept go to `keep`. */
export const readVoucherFiles = async (
  { base, layouts, xmls }: VoucherFiles,
  mode: Packed['mode'],
  keep: (sha256: string, base64: string) => void,
): Promise<PackedVoucher> => {
  const unpacked = await unpackedOnes([...layouts, ...xmls]);
  const large = [...layouts, ...xmls].find(isTooLarge);
  const sha256 = unpacked.length > 0 ? hashOf(unpacked) : '';
  const [first, second] = layouts;
  if (large) return { base, sha256, faults: [voucherFault('file-too-large', large.name, inWords(limitOf(large)))] };
  if (!first) return { base, sha256, faults: [voucherFault('file-missing', base)] };
  if (second) return { base, sha256, faults: [voucherFault('file-not-layout', second.name, `与 ${first.name} 重复`)] };
  const layout = await layoutOf(bytesOf(unpacked, first));
  if (!layout.ok) return { base, sha256, faults: [layout.error] };
  const { file, inside } = layout.value;
  keep(file.sha256, bytesOf(unpacked, first).bytes.toString('base64'));
  const beside = xmls[0] && bytesOf(unpacked, xmls[0]);
  const bill = mode === '1' ? billInside(file, inside) : billBeside(base, beside);
  return bill.ok
    ? { base, sha256, layout: file, bill: bill.value, faults: [] }
    : { base, sha256, layout: file, faults: [bill.error] };
};

const limitOf = ({ name }: ZipEntry): number => (/\.xml$/i.test(name) ? XML_BYTES : LAYOUT_BYTES);
const isTooLarge = (entry: ZipEntry): boolean => entry.size > limitOf(entry);

/** What is too large stays packed. */
const unpackedOnes = async (entries: readonly ZipEntry[]): Promise<Unpacked[]> => {
  const unpacked: Unpacked[] = [];
  for (const entry of entries) {
    if (!isTooLarge(entry)) unpacked.push({ name: entry.name, bytes: await entry.bytes() });
  }
  return unpacked;
};

const bytesOf = (unpacked: readonly Unpacked[], { name }: ZipEntry): Unpacked =>
  unpacked.find((one) => one.name === name) ?? { name, bytes: Buffer.alloc(0) };

/** Of several files, names included, hexadecimal. */
const hashOf = (files: readonly Unpacked[]): string => {
  const hash = createHash('sha256');
  for (const { name, bytes } of files) hash.update(`${name}\n${bytes.length}\n`).update(bytes);
  return hash.digest('hex');
};

/** What a layout file is by its first bytes, whatever it is called; both have to agree. */
const layoutOf = async ({ name, bytes }: Unpacked): Promise<Result<Layout, VoucherFault>> => {
  const format = startsLikePdf(bytes) ? 'pdf' : startsLikeZip(bytes) ? 'ofd' : undefined;
  if (!format) return fail(voucherFault('file-not-layout', name, '既不是 OFD 也不是 PDF'));
  if (!name.toLowerCase().endsWith(`.${format}`)) {
    return fail(voucherFault('file-not-layout', name, `的内容是 ${format.toUpperCase()}，与扩展名不符`));
  }
  const inside = format === 'pdf' ? readPdf(bytes) : await readOfd(bytes);
  if (!inside.ok) {
    const why = inside.error;
    return fail(format === 'pdf' ? voucherFault('file-not-layout', name, why) : voucherFault('ofd-broken', name, why));
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return ok({ file: { name, format, sha256, bytes: bytes.length }, inside: inside.value });
};

/** 上传模式 1: of the XML files inside the one that holds a bill. */
const billInside = ({ name }: LayoutFile, inside: readonly InsideLayout[]): Result<Bill, VoucherFault> => {
  const holding = inside.find(({ bytes }) => bytes.includes('billInfo')) ?? inside[0];
  if (!holding) return fail(voucherFault('xml-missing', `版式文件 ${name} 内没有（上传模式 1）`));
  return readBill(`${name} 内的 ${holding.name}`, holding.bytes);
};

/** 上传模式 2: the file beside the layout file. */
const billBeside = (base: string, beside: Unpacked | undefined): Result<Bill, VoucherFault> =>
  beside
    ? readBill(beside.name, beside.bytes)
    : fail(voucherFault('xml-missing', `压缩包内没有 ${base}-extinfo.xml（上传模式 2）`));
