import iconv from 'iconv-lite';
import type { Reply } from '../protocol/messages.ts';

/** A text whose UTF-8 bytes were read as GBK, as a HIS shows it that takes the wrong encoding. */
export const garbledText = (text: string): string => iconv.decode(Buffer.from(text, 'utf8'), 'gbk');

const garbledValue = (value: unknown): unknown => {
  if (typeof value === 'string') return garbledText(value);
  return Array.isArray(value) ? value.map(garbledValue) : value;
};

/** A reply with every text of its data and its message garbled. */
export const garbled = (reply: Reply): Reply => ({
  ...reply,
  ...(reply.message !== undefined && { message: garbledText(reply.message) }),
  ...(reply.data && {
    data: Object.fromEntries(Object.entries(reply.data).map(([key, value]) => [key, garbledValue(value)])),
  }),
});
