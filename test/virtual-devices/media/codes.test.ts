import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededChance } from '../../../src/virtual-devices/chance.ts';
import { codeBook } from '../../../src/virtual-devices/media/code-book.ts';
import { electronicCardCode, healthCode, QR_LIFE, qrCode, readQr } from '../../../src/virtual-devices/media/qr-code.ts';
import { NOW } from '../test-desk.ts';

const ports = { now: NOW, random: seededChance('codes') };

describe('the code of the e-credential', () => {
  it('has 28 digits that tell issuer and end, and no other digit in its place', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 27 }), fc.integer({ min: 1, max: 9 }), (at, shift) => {
        const qr = qrCode('610100', ports);
        expect(qr).toMatch(/^610100\d{22}$/);
        expect(readQr(qr)).toEqual({ issuer: '610100', until: NOW + QR_LIFE });
        const changed = `${qr.slice(0, at)}${(Number(qr[at]) + shift) % 10}${qr.slice(at + 1)}`;
        expect(readQr(changed)).toBeUndefined();
      }),
    );
  });

  it('is told from a health code, an electronic card and anything else', () => {
    for (const text of [healthCode(ports.random), electronicCardCode(ports.random), '', '1'.repeat(28)]) {
      expect(readQr(text)).toBeUndefined();
    }
  });

  it('can be spent once, within its minute', () => {
    const book = codeBook();
    const { qr, until } = book.issue({ person: 'qin', issuer: '610100' }, ports);
    expect(book.spend(qr, NOW)).toMatchObject({ ok: true, value: { person: 'qin', shownBy: 'qin' } });
    expect(book.spend(qr, NOW)).toEqual({ ok: false, error: 'used' });
    const next = book.issue({ person: 'qin', shownBy: 'li', issuer: '610100' }, ports);
    expect(book.spend(next.qr, until)).toEqual({ ok: false, error: 'expired' });
    expect(book.spend(next.qr, until - 1)).toMatchObject({ ok: true, value: { shownBy: 'li' } });
  });

  it('comes wrong in every way that a window must know', () => {
    const book = codeBook();
    const refusal = (variant: 'expired' | 'used' | 'not-yet-valid' | 'unknown') => {
      const { qr } = book.issue({ person: 'qin', issuer: '610100', variant }, ports);
      const spent = book.spend(qr, NOW);
      return spent.ok ? 'taken' : spent.error;
    };
    expect(['expired', 'used', 'not-yet-valid', 'unknown'].map((each) => refusal(each as 'used'))).toEqual([
      'expired',
      'used',
      'not-yet-valid',
      'unknown',
    ]);
    expect(book.spend(healthCode(ports.random), NOW)).toEqual({ ok: false, error: 'not-a-code' });
  });
});
