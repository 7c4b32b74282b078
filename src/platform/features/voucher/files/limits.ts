/** What an archive may hold. Bytes; the document prints no limits, all of these are the sandbox's own. */
export type ZipLimits = {
  /** Of the archive itself. */
  readonly packed: number;
  readonly entries: number;
  /** Of one entry, and of all together, when unpacked. */
  readonly entry: number;
  readonly total: number;
};

const KIBIBYTE = 1024;
const MEBIBYTE = KIBIBYTE * KIBIBYTE;

/** The package of a batch: 100 vouchers with an XML each. */
export const PACKAGE: ZipLimits = {
  packed: 45 * MEBIBYTE,
  entries: 200,
  entry: 16 * MEBIBYTE,
  total: 96 * MEBIBYTE,
};

/** An OFD layout file is itself an archive. */
export const OFD: ZipLimits = { packed: 2 * MEBIBYTE, entries: 300, entry: 4 * MEBIBYTE, total: 8 * MEBIBYTE };

/** A layout file 版式文件. */
export const LAYOUT_BYTES = 2 * MEBIBYTE;

/** A structured XML 结构化文件. */
export const XML_BYTES = 512 * KIBIBYTE;

/** So many times smaller than what comes out is no document but a bomb 压缩炸弹. Small entries may be anything. */
export const RATIO = 200;
export const RATIO_FROM = MEBIBYTE;

export const inWords = (bytes: number): string =>
  bytes >= MEBIBYTE ? `${Math.floor(bytes / MEBIBYTE)} MiB` : `${Math.floor(bytes / KIBIBYTE)} KiB`;
