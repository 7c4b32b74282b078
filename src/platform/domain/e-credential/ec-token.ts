import type { Instant } from '../../../kernel/civil-time.ts';
import { provinceOf } from '../../../kernel/admdvs.ts';
import type { Person } from '../person.ts';
import type { Settings } from '../settings.ts';
import { lettersOf } from './made-of.ts';

/** A token 电子凭证令牌 that was handed out for a scanned code or a face: for that person, at that institution. */
export type EcToken = {
  readonly ec_token: string;
  readonly psn_no: string;
  readonly fixmedins_code: string;
  readonly by: 'qr' | 'face';
  readonly issuedAt: Instant;
  /** From this moment on it is refused. */
  readonly expiresAt: Instant;
};

/** A token that 1101 has looked up at an institution 身份验证, and when it did so last. */
export type TokenCheck = { readonly ec_token: string; readonly fixmedins_code: string; readonly at: Instant };

/** The life of a token, in milliseconds of the workspace's clock. */
export const tokenLife = ({ ecTokenMinutes }: Settings): number => ecTokenMinutes * 60_000;

type Issue = {
  readonly fixmedins_code: string;
  readonly by: EcToken['by'];
  readonly now: Instant;
  /** Number of the exchange: makes the token unlike every other. */
  readonly seq: number;
  readonly settings: Settings;
};

/** A new token, as real ones look: province (6), `ec`, 30 lower-case letters and digits. */
export const newToken = (person: Person, { fixmedins_code, by, now, seq, settings }: Issue): EcToken => ({
  ec_token: `${homeOf(person)}ec${lettersOf(30, 'token', person.psn_no, fixmedins_code, String(now), String(seq))}`,
  psn_no: person.psn_no,
  fixmedins_code,
  by,
  issuedAt: now,
  expiresAt: now + tokenLife(settings),
});

const homeOf = ({ insurances: [first] }: Person): string => provinceOf(first?.insuplc_admdvs ?? '100000');
