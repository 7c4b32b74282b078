import iconv from 'iconv-lite';
import type { Spelling } from '../../kernel/fault/effect.ts';

/** The bytes of an answer, spelt wrongly. The header goes on saying UTF-8. */
export const spelt = (answer: string, as: Spelling): Uint8Array => {
  switch (as) {
    case 'gbk':
      return iconv.encode(answer, 'gbk');
    case 'utf-16':
      return Buffer.from(answer, 'utf16le');
    case 'bom':
      return Buffer.from(`\uFEFF${answer}`);
    case 'nul':
      return Buffer.from(answer.replace(/":"/, '":"\0'));
    case 'full-width':
      return Buffer.from(answer.replace(/(\d)\.(\d\d)/g, (digits) => [...digits].map(wide).join('')));
    case 'four-byte':
      // A name with a character outside the basic plane, as rare surnames have.
      return Buffer.from(answer.replace(/("psn_name":")[^"]*"/g, '$1\u{2070E}\u{20BB7}"'));
    case 'no-brace':
      return Buffer.from(answer.slice(0, -1));
    case 'trailing-comma':
      return Buffer.from(answer.replace(/\}$/, ',}'));
    case 'nan':
      return Buffer.from(answer.replace(/:-?\d+\.\d+/, ':NaN'));
    case 'single-quotes':
      return Buffer.from(answer.replaceAll('"', "'"));
  }
};

const wide = (digit: string): string => (digit === '.' ? '．' : String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
