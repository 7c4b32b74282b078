import { zipSync } from 'fflate';

/** A file by its path. */
export type NamedBytes = { readonly name: string; readonly bytes: Uint8Array };

/** A zip must carry a time; always this one, so that the same files make the same bytes. */
const UNDATED = '2000-01-01T00:00:00';

export const zipFiles = (files: readonly NamedBytes[]): Buffer =>
  Buffer.from(zipSync(Object.fromEntries(files.map(({ name, bytes }) => [name, bytes])), { mtime: UNDATED }));

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
