import type { Instant } from '../../kernel/civil-time.ts';

/**
 * The code that the e-credential shows 医保电子凭证二维码: 28 digits, one minute of life, single use. Length and life are
 * what practitioners say (no source); the layout is ours: issuing region (6), second of its end since 1970 (10), chance
 * (10), two check digits over the rest (ISO 7064 MOD 97-10). Whose it is, only the issuer's book knows.
 */
export type QrParts = { readonly issuer: string; readonly until: Instant };

/** How long a code can be used, in ms of the workspace's clock. */
export const QR_LIFE = 60_000;

/** What a code is made from: the workspace's clock and chance. */
export type QrPorts = { readonly now: Instant; readonly random: () => number };

/** A new code of that region, valid from `now` on for one minute. */
export const qrCode = (issuer: string, { now, random }: QrPorts): string => {
  const until = Math.floor((now + QR_LIFE) / 1000);
  const chance = Math.floor(random() * 1e10);
  return sealed(`${issuer}${String(until).padStart(10, '0')}${String(chance).padStart(10, '0')}`);
};

const sealed = (digits: string): string => `${digits}${String(98 - remainder(`${digits}00`)).padStart(2, '0')}`;

/** Remainder by 97 of a number of any length. */
const remainder = (digits: string): number => [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0);

/** The parts of a code; undefined for a text that is none. */
export const readQr = (text: string): QrParts | undefined => {
  if (!/^\d{28}$/.test(text) || remainder(text) !== 1) return undefined;
  return { issuer: text.slice(0, 6), until: Number(text.slice(6, 16)) * 1000 };
};

/**
 * A health code 电子健康码, which patients show by mistake: 64 hexadecimal digits, a colon, a figure (as public clients
 * see it). Sandbox.
 */
export const healthCode = (random: () => number): string =>
  `${Array.from({ length: 64 }, () =>
    Math.floor(random() * 16)
      .toString(16)
      .toUpperCase(),
  ).join('')}:1`;

/** Code of the electronic social-security card 电子社保卡: 19 digits that open with 69. Sandbox. */
export const electronicCardCode = (random: () => number): string =>
  `69${String(Math.floor(random() * 1e8)).padStart(8, '0')}${String(Math.floor(random() * 1e9)).padStart(9, '0')}`;
