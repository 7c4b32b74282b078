/** The few calls of yauzl that are used here: the package brings no types of its own. */
declare module 'yauzl' {
  import type { Readable } from 'node:stream';

  export type Entry = {
    readonly fileName: string;
    readonly compressedSize: number;
    readonly uncompressedSize: number;
    readonly compressionMethod: number;
    readonly generalPurposeBitFlag: number;
    readonly externalFileAttributes: number;
    readonly crc32: number;
  };

  export type ZipFile = {
    readonly entryCount: number;
    readonly eachEntry: () => AsyncIterable<Entry>;
    readonly openReadStreamPromise: (entry: Entry) => Promise<Readable>;
    readonly close: () => void;
  };

  export type Options = {
    readonly lazyEntries: true;
    readonly strictFileNames: true;
    readonly validateEntrySizes: true;
    readonly decodeStrings: true;
  };

  const yauzl: { readonly fromBufferPromise: (buffer: Buffer, options: Options) => Promise<ZipFile> };
  export default yauzl;
}
