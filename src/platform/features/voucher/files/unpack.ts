import type { Packed, PackedVoucher, Unpacked } from '../../../domain/voucher/unpacked.ts';
import { PACKAGE } from './limits.ts';
import { readZip, shown, type ZipEntry } from './read-zip.ts';
import { readVoucherFiles, type VoucherFiles } from './read-voucher-files.ts';

/** `code-number.ofd`, `code-number.pdf`, and the structured XML beside it `code-number-extinfo.xml`. */
const LAYOUT_NAME = /^(?<base>[0-9A-Za-z_-]{1,110})\.(?:ofd|pdf)$/i;
const XML_NAME = /^(?<base>[0-9A-Za-z_-]{1,110})-extinfo\.xml$/i;
const ARCHIVE_NAME = /\.(?:zip|rar|7z|tar|gz|tgz|bz2|xz|jar)$/i;

/**
 * Takes the package of a batch apart, one voucher after another: what each file is, its hash, and the structured XML as
 * values. A package that cannot be used at all says why, with the name of the file.
 */
export const unpackVouchers = async ({ base64, mode }: Packed): Promise<Unpacked> => {
  const read = await readZip(Buffer.from(base64, 'base64'), PACKAGE, async (entries) => {
    const grouped = groupedFiles(entries);
    if (typeof grouped === 'string') return { ok: false as const, text: grouped };
    const vouchers: PackedVoucher[] = [];
    const files = new Map<string, string>();
    for (const one of grouped) {
      vouchers.push(await readVoucherFiles(one, mode, (key, file) => files.set(key, file)));
      await othersFirst();
    }
    return { ok: true as const, vouchers, files: [...files].map(([sha256, file]) => ({ sha256, base64: file })) };
  });
  return read.ok ? read.value : { ok: false, text: read.error };
};

/** Between two vouchers whoever waits at a counter is served: one takes 3 to 20 ms (bench/vouchers.ts). */
const othersFirst = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Files by the voucher that they name; or which one has a wrong name. */
const groupedFiles = (entries: readonly ZipEntry[]): readonly VoucherFiles[] | string => {
  const groups = new Map<string, VoucherFiles>();
  for (const entry of entries) {
    const { name } = entry;
    const [layout, xml] = [LAYOUT_NAME.exec(name)?.groups?.['base'], XML_NAME.exec(name)?.groups?.['base']];
    const base = xml ?? layout;
    if (base === undefined) return `文件 ${shown(name)} ${whyNot(name)}`;
    const group = groups.get(base) ?? { base, layouts: [], xmls: [] };
    groups.set(base, group);
    (xml === undefined ? group.layouts : group.xmls).push(entry);
  }
  return [...groups.values()];
};

const whyNot = (name: string): string => {
  if (ARCHIVE_NAME.test(name)) return '是嵌套的压缩包';
  if (name.includes('/')) return '在文件夹内，文件应直接放在压缩包里';
  return '命名不符，应为 代码-号码.ofd、代码-号码.pdf 或 代码-号码-extinfo.xml';
};
