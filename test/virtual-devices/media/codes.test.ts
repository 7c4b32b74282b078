import { expect, it } from 'vitest';
import { seededChance } from '../../../src/virtual-devices/chance.ts';
import { electronicCardCode } from '../../../src/virtual-devices/media/qr-code.ts';

it('the code of an electronic social-security card is no 医保码: 19 digits that open with 69', () => {
  const random = seededChance('codes');
  const codes = Array.from({ length: 50 }, () => electronicCardCode(random));
  for (const code of codes) expect(code).toMatch(/^69\d{17}$/);
  expect(new Set(codes).size).toBe(50);
});
