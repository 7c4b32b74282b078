import type { Instant } from '../../../kernel/civil-time.ts';
import { digitsOf } from './made-of.ts';

/** An authorisation by face 刷脸授权: cn.nhsa.ec.auth makes it, cn.nhsa.auth.check changes it into an identity. */
export type FaceAuthorisation = {
  readonly authNo: string;
  readonly fixmedins_code: string;
  readonly outBizNo: string;
  readonly psn_no: string;
  readonly at: Instant;
  /** The token that it was changed into: the same again while it lives. */
  readonly ec_token?: string;
};

/** An authorisation that is not changed into an identity within five minutes is void (sandbox). */
export const AUTHORISATION_LIFE = 5 * 60_000;

/**
 * AUTH, 20 digits, the division of the institution: a function of the institution's own number, which it uses once
 * (form of real ones: prefix, digits, division).
 */
export const authorisationNumber = (fixmedins_code: string, outBizNo: string): string =>
  `AUTH${digitsOf(20, 'auth', fixmedins_code, outBizNo)}${fixmedins_code.slice(1, 7)}`;
