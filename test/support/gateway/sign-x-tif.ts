import { createHash } from 'node:crypto';
import type { Instant } from '../../../src/kernel/civil-time.ts';

/** Headers of a request signed for the x-tif gateway; the stamp is in seconds. */
export const signXTif = (signed: { key: string; secret: string; at: Instant; nonce?: string }) => {
  const stamp = String(Math.floor(signed.at / 1000));
  const nonce = signed.nonce ?? 'k3u9sh';
  return {
    'x-tif-paasid': signed.key,
    'x-tif-timestamp': stamp,
    'x-tif-nonce': nonce,
    'x-tif-signature': createHash('sha256')
      .update(stamp)
      .update(signed.secret)
      .update(nonce)
      .update(stamp)
      .digest('hex'),
  };
};
