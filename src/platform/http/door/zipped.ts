import { strToU8, zipSync } from 'fflate';

/** The first moment that a zip can name: the same file has the same bytes whenever it is fetched. */
const UNDATED = '1980-01-01 12:00:00';

/** A zip with one text file in it, UTF-8. */
export const zipped = ({ name, text }: { readonly name: string; readonly text: string }): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(zipSync({ [name]: strToU8(text) }, { mtime: UNDATED }));
