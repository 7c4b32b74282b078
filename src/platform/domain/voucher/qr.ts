import { yuan, type Fen } from '../../../kernel/money.ts';
import { parseScaled } from '../../../kernel/decimal.ts';
import { sha256 } from '../../../kernel/sha256.ts';

/** What the QR code 二维码 of a specimen says. The sandbox's own form: no public text gives that of the real ones. */
export type QrFacts = {
  readonly fixmedins_code: string;
  readonly code: string;
  readonly no: string;
  readonly chkcode: string;
  readonly billDate: string;
  readonly total: Fen;
};

const HEAD = 'KUASHENG-SPECIMEN-1';
const encoder = new TextEncoder();

/** A sum over the text: tells a misread code from a whole one. It is no signature. */
const sumOf = (text: string): string =>
  Array.from(sha256(encoder.encode(text)).slice(0, 4), (byte) => byte.toString(16).padStart(2, '0')).join('');

export const qrText = ({ fixmedins_code, code, no, chkcode, billDate, total }: QrFacts): string => {
  const text = [HEAD, fixmedins_code, code, no, chkcode, billDate, yuan(total)].join('|');
  return `${text}|${sumOf(text)}`;
};

/** What a code says, or nothing where it is none of ours or was misread. */
export const readQr = (text: string): QrFacts | undefined => {
  const [head, fixmedins_code, code, no, chkcode, billDate, amount, sum, ...more] = text.trim().split('|');
  const total = parseScaled(amount ?? '', 2);
  if (head !== HEAD || total === undefined || more.length > 0 || fixmedins_code === undefined) return undefined;
  if (code === undefined || no === undefined || chkcode === undefined || billDate === undefined) return undefined;
  const whole = sumOf(text.trim().slice(0, text.trim().lastIndexOf('|')));
  return sum === whole ? { fixmedins_code, code, no, chkcode, billDate, total: total as Fen } : undefined;
};
