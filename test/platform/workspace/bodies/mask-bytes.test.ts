import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { checkCharacter } from '../../../../src/kernel/identity-number.ts';
import { maskBytes } from '../../../../src/platform/workspace/bodies/mask-bytes.ts';

/** Of the right form and no synthetic division. Made here, so that it stands nowhere. */
const FIRST = `11${'0101'}19900307001`;
const REAL = FIRST + checkCharacter(FIRST);
const MASKED = `110101${'*'.repeat(12)}`;

describe('masking a body', () => {
  it.each(['utf-8', 'gbk'])('hides a number that may be real, and stays %s', (encoding) => {
    const masked = maskBytes(iconv.encode(`{"psn_name":"张三","certno":"${REAL}","memo":"证号${REAL}。"}`, encoding));
    expect(iconv.decode(Buffer.from(masked), encoding)).toBe(
      `{"psn_name":"张三","certno":"${MASKED}","memo":"证号${MASKED}。"}`,
    );
  });

  it('leaves everything else as it is, text or not', () => {
    for (const bytes of [
      Buffer.from('{"certno":"619900197605160019"}'),
      Buffer.of(0xff, 0x00, 0x80),
      Buffer.alloc(0),
    ]) {
      expect(maskBytes(bytes)).toBe(bytes);
    }
  });
});
