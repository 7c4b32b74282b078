import type { Instant } from '../../../kernel/civil-time.ts';
import type { Settings } from '../../domain/settings.ts';
import { sameText } from '../../wire/same-text.ts';
import type { Outcome } from '../outcome.ts';
import { csb } from './csb.ts';
import type { Claim, Header, Scheme } from './scheme.ts';
import { xCa } from './x-ca.ts';
import { xTif } from './x-tif.ts';

const SCHEMES: Readonly<Record<Exclude<Settings['signature'], 'off'>, Scheme>> = { 'x-tif': xTif, csb, 'x-ca': xCa };

/** How far the sender's stamp may be from the workspace's clock, either way: 30 minutes. */
const TOLERANCE = 30 * 60_000;

/** The gateway's own words, to the letter (湖南 V1.1.27, 网关签名). */
type Refusal = '缺少服务网关的请求头!' | '签名时间戳超时!' | '非法用户!' | '签名不一致!';

/**
 * The gateway's check, where the workspace has switched it on; its refusal is no envelope and comes before anything
 * else.
 * `now` is the workspace's clock, which may be far from the sender's.
 */
export const checkSignature = (settings: Settings, header: Header, now: Instant): Outcome | undefined => {
  if (settings.signature === 'off') return undefined;
  const message = refusalOf(SCHEMES[settings.signature](header), settings.gatewayKeys, now);
  return message && { kind: 'gateway', body: JSON.stringify({ code: 401, message }) };
};

const refusalOf = (claim: Claim | undefined, keys: Settings['gatewayKeys'], now: Instant): Refusal | undefined => {
  if (!claim) return '缺少服务网关的请求头!';
  if (claim.sentAt === undefined || Math.abs(now - claim.sentAt) > TOLERANCE) return '签名时间戳超时!';
  const secret = Object.hasOwn(keys, claim.key) ? keys[claim.key] : undefined;
  if (secret === undefined) return '非法用户!';
  return sameText(claim.signature, claim.expected(secret)) ? undefined : '签名不一致!';
};
