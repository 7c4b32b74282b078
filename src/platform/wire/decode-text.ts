/** How a text was written: UTF-8, or the GBK of old HIS and of Chinese spreadsheets. */
export type Encoding = 'utf-8' | 'gbk';

const UTF_8 = new TextDecoder('utf-8', { fatal: true });
const GBK = new TextDecoder('gbk');

/** Bytes → text: UTF-8 where they are, else GBK. A byte order mark is dropped; what GBK does not know is replaced. */
export const decodeText = (bytes: Uint8Array): { readonly text: string; readonly encoding: Encoding } => {
  try {
    return { text: UTF_8.decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: GBK.decode(bytes), encoding: 'gbk' };
  }
};
