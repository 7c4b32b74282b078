import { crc32 } from 'node:zlib';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { fail, ok, type Result } from '../../../../kernel/result.ts';
import { inWords, RATIO, RATIO_FROM, type ZipLimits } from './limits.ts';

/** An entry of an archive. */
export type ZipEntry = { readonly name: string; readonly size: number; readonly bytes: () => Promise<Buffer> };

/** Why an archive is not used: thrown inside, told as a value. */
class Unusable extends Error {}

/**
 * The entries of an archive that may be hostile: every name, size and ratio is looked at before anything is unpacked,
 * and what comes out is compared with what the directory said. In plain Chinese why it cannot be used, file names
 * included.
 */
export const readZip = async <T>(
  bytes: Buffer,
  limits: ZipLimits,
  use: (entries: readonly ZipEntry[]) => Promise<T>,
): Promise<Result<T, string>> => {
  if (bytes.length > limits.packed) return fail(`超过 ${inWords(limits.packed)}`);
  if (!startsLikeZip(bytes)) return fail('不是 zip 文件');
  try {
    const zip = await yauzl.fromBufferPromise(bytes, OPTIONS);
    if (zip.entryCount > limits.entries) return fail(`文件多于 ${limits.entries} 个`);
    return ok(await use(await entriesOf(zip, limits)));
  } catch (problem) {
    return fail(problem instanceof Unusable ? problem.message : inChinese(problem));
  }
};

const OPTIONS = { lazyEntries: true, strictFileNames: true, validateEntrySizes: true, decodeStrings: true } as const;

/** A local file header comes first; an empty archive is of no use. */
export const startsLikeZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;

const entriesOf = async (zip: ZipFile, limits: ZipLimits): Promise<ZipEntry[]> => {
  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    total += entry.uncompressedSize;
    const why = faultOf(entry, limits) ?? (total > limits.total ? `解压后超过 ${inWords(limits.total)}` : undefined);
    if (why !== undefined) throw new Unusable(`文件 ${shown(entry.fileName)} ${why}`);
    if (names.has(entry.fileName)) throw new Unusable(`文件 ${shown(entry.fileName)} 出现两次`);
    names.add(entry.fileName);
    entries.push({ name: entry.fileName, size: entry.uncompressedSize, bytes: () => unpack(zip, entry) });
  }
  return entries;
};

const ENCRYPTED = 1;
const [STORED, DEFLATED] = [0, 8];
const LINK = 0xa000;

const faultOf = (entry: Entry, limits: ZipLimits): string | undefined => {
  const { uncompressedSize: size, compressedSize: packed, compressionMethod: method } = entry;
  if ((entry.generalPurposeBitFlag & ENCRYPTED) !== 0) return '已加密';
  if (method !== STORED && method !== DEFLATED) return '的压缩方式不支持，应为 deflate 或不压缩';
  if (((entry.externalFileAttributes >>> 16) & 0xf000) === LINK) return '是链接';
  if (size > limits.entry) return `解压后超过 ${inWords(limits.entry)}`;
  return size > RATIO_FROM && size > packed * RATIO ? `压缩比超过 ${RATIO}，疑似压缩炸弹` : undefined;
};

/** yauzl breaks off where more comes out than the directory says; checksums it leaves to us. */
const unpack = async (zip: ZipFile, entry: Entry): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  try {
    const stream = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream) chunks.push(chunk as Buffer);
  } catch {
    throw new Unusable(`文件 ${shown(entry.fileName)} 已损坏，不能解压`);
  }
  const bytes = Buffer.concat(chunks);
  if (crc32(bytes) !== entry.crc32) throw new Unusable(`文件 ${shown(entry.fileName)} 的校验和不符，已损坏`);
  return bytes;
};

/** Names come from outside: control characters and great lengths stay there. */
export const shown = (name: string): string => {
  const plain = name.replace(/[\u0000-\u001f\u007f]/g, '?');
  return plain.length > 80 ? `${plain.slice(0, 80)}…` : plain;
};

/** What yauzl says about names stands behind a colon. */
const NAMES: readonly (readonly [start: string, why: string])[] = [
  ['invalid relative path: ', '含有上级目录 ..'],
  ['absolute path: ', '是绝对路径'],
  ['invalid characters in fileName: ', '含有反斜杠'],
];

const inChinese = (problem: unknown): string => {
  const said = problem instanceof Error ? problem.message : '';
  const name = NAMES.find(([start]) => said.startsWith(start));
  if (name) return `文件 ${shown(said.slice(name[0].length))} ${name[1]}`;
  if (said.includes('multi-disk')) return '是分卷压缩包';
  return said.includes('encryption') ? '已加密' : 'zip 结构不完整，请重新压缩';
};
