import { createHmac } from 'node:crypto';
import type { Instant } from '../../../src/kernel/civil-time.ts';

/** Headers of a request signed for the x-ca gateway; the stamp has 13 digits. */
export const signXCa = (signed: { key: string; secret: string; at: Instant; nonce?: string }) => {
  const { key, secret, at, nonce = 'k3u9sh' } = signed;
  const text = `x-ca-key=${key}&x-ca-nonce=${nonce}&x-ca-timestamp=${at}`;
  return {
    'x-ca-key': key,
    'x-ca-timestamp': String(at),
    'x-ca-nonce': nonce,
    'x-ca-signature': createHmac('sm3', secret).update(text).digest('base64'),
  };
};
