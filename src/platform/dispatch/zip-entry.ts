import { inflateRawSync } from 'node:zlib';
import { fail, ok, type Result } from '../../kernel/result.ts';

/** Signatures of the end of a zip's directory and of an entry in it. */
const END = 0x06054b50;
const ENTRY = 0x02014b50;

/** The end record, and the comment that may follow it. */
const END_SIZE = 22;
const LONGEST_COMMENT = 65_535;
const ENTRY_SIZE = 46;
const LOCAL_SIZE = 30;

const STORED = 0;
const DEFLATED = 8;

type Entry = { readonly method: number; readonly size: number; readonly at: number; readonly folder: boolean };

const endOf = (zip: Buffer): number => {
  const first = Math.max(0, zip.length - END_SIZE - LONGEST_COMMENT);
  for (let at = zip.length - END_SIZE; at >= first; at -= 1) if (zip.readUInt32LE(at) === END) return at;
  return -1;
};

const entryAt = (zip: Buffer, at: number): { readonly entry: Entry; readonly next: number } | undefined => {
  if (at + ENTRY_SIZE > zip.length || zip.readUInt32LE(at) !== ENTRY) return undefined;
  const nameLength = zip.readUInt16LE(at + 28);
  const next = at + ENTRY_SIZE + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  const entry = {
    method: zip.readUInt16LE(at + 10),
    size: zip.readUInt32LE(at + 20),
    at: zip.readUInt32LE(at + 42),
    folder: zip[at + ENTRY_SIZE + nameLength - 1] === '/'.charCodeAt(0),
  };
  return { entry, next };
};

/** The directory at the end says where the entries are; its sizes hold also where the entry itself says them later. */
const entriesOf = (zip: Buffer): Entry[] => {
  const end = endOf(zip);
  if (end < 0) return [];
  const entries: Entry[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let count = zip.readUInt16LE(end + 10); count > 0; count -= 1) {
    const read = entryAt(zip, at);
    if (!read) return entries;
    entries.push(read.entry);
    at = read.next;
  }
  return entries;
};

const bytesOf = (zip: Buffer, { method, size, at }: Entry, most: number): Result<Buffer, string> => {
  if (at + LOCAL_SIZE > zip.length) return fail('压缩包不完整');
  const begin = at + LOCAL_SIZE + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
  const packed = zip.subarray(begin, begin + size);
  if (packed.length < size) return fail('压缩包不完整');
  if (method === STORED) return size > most ? fail(tooLarge(most)) : ok(packed);
  if (method !== DEFLATED) return fail(`压缩方式 ${method} 不支持，请用普通 zip`);
  try {
    return ok(inflateRawSync(packed, { maxOutputLength: most }));
  } catch (problem) {
    const large = (problem as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE';
    return fail(large ? tooLarge(most) : '压缩包已损坏');
  }
};

const tooLarge = (most: number): string => `解压后超过 ${most / 1_048_576} MiB`;

/** True for bytes that begin like a zip. */
export const isZip = (bytes: Buffer): boolean => bytes.length >= 4 && bytes.readUInt16LE(0) === 0x4b50;

/**
 * The first file in a zip, at most so many bytes of it: what a stranger sent may say anything of its own size. The
 * error is plain Chinese. Never throws.
 */
export const firstEntry = (zip: Buffer, most: number): Result<Buffer, string> => {
  const entry = entriesOf(zip).find(({ folder }) => !folder);
  return entry ? bytesOf(zip, entry, most) : fail('压缩包内没有文件，或不是完整的 zip');
};
