import { dateTimeOf, type Instant } from '../../../kernel/civil-time.ts';
import type { Institution } from '../institution.ts';
import type { Party } from '../party.ts';
import type { Person } from '../person.ts';
import { refuse, type Refusal } from '../refusals.ts';
import type { Settings } from '../settings.ts';
import { tokenLife, type EcToken, type TokenCheck } from './ec-token.ts';

/** Where tokens and their persons are looked up: the reader of a store. */
export type Tokens = {
  readonly ecToken: (ec_token: string) => EcToken | undefined;
  readonly tokenCheck: (ec_token: string, fixmedins_code: string) => TokenCheck | undefined;
  readonly personByToken: (ec_token: string) => Person | undefined;
  readonly person: (psn_no: string) => Person | undefined;
};

type Window = {
  readonly institution: Institution;
  readonly party: Party;
  readonly now: Instant;
  readonly settings: Settings;
};

/** Whose token it is: one that was handed out to this institution and lives, or a person's fixed one (sandbox). */
export const personOfToken = (tokens: Tokens, ec_token: string, window: Window): Person | Refusal => {
  const { institution, party, now, settings } = window;
  const issued = tokens.ecToken(ec_token);
  if (!issued) {
    const person = settings.tokens === 'issued' ? undefined : tokens.personByToken(ec_token);
    return person ?? refuse(party, 'token-unknown');
  }
  if (issued.fixmedins_code !== institution.fixmedins_code) return refuse(party, 'token-elsewhere');
  if (now >= issued.expiresAt) return refuse(party, 'token-expired', dateTimeOf(issued.expiresAt));
  return tokens.person(issued.psn_no) ?? refuse(party, 'person-unknown');
};

/**
 * Whether this institution has looked the token up with 1101 身份验证, as it must before it settles by it. A fixed token
 * has no life of its own: its check holds as long as a token would live.
 */
export const tokenChecked = (
  tokens: Tokens,
  ec_token: string,
  { institution, now, settings }: Omit<Window, 'party'>,
): boolean => {
  const check = tokens.tokenCheck(ec_token, institution.fixmedins_code);
  return check !== undefined && (tokens.ecToken(ec_token) !== undefined || now - check.at < tokenLife(settings));
};
