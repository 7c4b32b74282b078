import { createHash } from 'node:crypto';
import { headersNamed, type Scheme } from './scheme.ts';
import { seconds } from './stamps.ts';

const NAMES = ['x-tif-paasid', 'x-tif-timestamp', 'x-tif-nonce', 'x-tif-signature'] as const;

/**
 * 腾讯 TIF gateway, as 广东 and 河北 have it: lower-case hex of SHA-256(timestamp + secret + nonce + timestamp), timestamp in
 * seconds. The body is not signed. Fidelity reconstructed: several public clients agree.
 */
export const xTif: Scheme = (header) => {
  const sent = headersNamed(header, NAMES);
  if (!sent) return undefined;
  const { 'x-tif-timestamp': stamp, 'x-tif-nonce': nonce } = sent;
  return {
    key: sent['x-tif-paasid'],
    ...seconds(stamp),
    signature: sent['x-tif-signature'],
    expected: (secret) => createHash('sha256').update(`${stamp}${secret}${nonce}${stamp}`).digest('hex'),
  };
};
