import type { Instant } from '../../kernel/civil-time.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { QR_LIFE, qrCode, readQr, type QrPorts } from './qr-code.ts';

/** A code that somebody shows on a telephone. */
export type IssuedCode = {
  readonly qr: string;
  /** Whose insurance it is. */
  readonly person: string;
  /** Who shows it: a relative 亲情账户, or the person. */
  readonly shownBy: string;
  readonly issuer: string;
  readonly from: Instant;
  readonly until: Instant;
};

/** Why a code is not taken. */
export type CodeRefusal = 'not-a-code' | 'unknown' | 'not-yet-valid' | 'expired' | 'used';

/** What is asked for: whose code, who shows it, what is wrong with it. */
export type CodeWish = {
  readonly person: string;
  readonly shownBy?: string;
  readonly issuer: string;
  readonly variant?: 'good' | 'expired' | 'used' | 'not-yet-valid' | 'unknown';
};

/**
 * The issuer's book: which codes are out, and which were used. A credential door spends the codes that the devices
 * issue, so both are given the same book; this one lives as long as its process.
 */
export type CodeBook = {
  readonly issue: (wish: CodeWish, ports: QrPorts) => IssuedCode;
  /** Takes a code, once: the second time it is `used`. */
  readonly spend: (qr: string, now: Instant) => Result<IssuedCode, CodeRefusal>;
  /** The code as it stands, without using it. */
  readonly look: (qr: string) => IssuedCode | undefined;
};

/** So many of the latest codes are remembered. */
const MOST = 10_000;

/** How far a code is moved in time that was valid a while ago, or will be. */
const SHIFT: Readonly<Record<string, number>> = { expired: -5 * QR_LIFE, 'not-yet-valid': 5 * QR_LIFE };

/** A book in memory. */
export const codeBook = (): CodeBook => {
  const codes = new Map<string, IssuedCode>();
  const spent = new Set<string>();

  const issue: CodeBook['issue'] = ({ person, shownBy = person, issuer, variant = 'good' }, { now, random }) => {
    const from = now + (SHIFT[variant] ?? 0);
    const qr = qrCode(issuer, { now: from, random });
    const code = { qr, person, shownBy, issuer, from, until: readQr(qr)?.until ?? from };
    if (variant === 'unknown') return code;
    codes.set(qr, code);
    if (variant === 'used') spent.add(qr);
    forgetOldest(codes, spent);
    return code;
  };

  return {
    issue,
    look: (qr) => codes.get(qr),
    spend: (qr, now) => {
      if (!readQr(qr)) return fail('not-a-code');
      const code = codes.get(qr);
      if (!code) return fail('unknown');
      if (spent.has(qr)) return fail('used');
      if (now < code.from) return fail('not-yet-valid');
      if (now >= code.until) return fail('expired');
      spent.add(qr);
      return ok(code);
    },
  };
};

const forgetOldest = (codes: Map<string, IssuedCode>, spent: Set<string>): void => {
  const [oldest] = codes.keys();
  if (codes.size <= MOST || oldest === undefined) return;
  codes.delete(oldest);
  spent.delete(oldest);
};
