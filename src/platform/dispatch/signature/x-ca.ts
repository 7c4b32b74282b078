import { createHmac } from 'node:crypto';
import { headersNamed, type Scheme } from './scheme.ts';
import { sortedPairs } from './sorted-pairs.ts';
import { milliseconds } from './stamps.ts';

const NAMES = ['x-ca-key', 'x-ca-timestamp', 'x-ca-nonce', 'x-ca-signature'] as const;

/**
 * 国密 gateway: Base64 of HMAC-SM3(secret, the other three headers as k=v sorted by key, joined by &), timestamp of 13
 * digits. That one province signs by HMAC-SM3 with x-ca-key and x-ca-signature is reconstructed; which headers are
 * signed, and how they are joined, is a sandbox choice after CSB.
 */
export const xCa: Scheme = (header) => {
  const sent = headersNamed(header, NAMES);
  if (!sent) return undefined;
  const { 'x-ca-signature': signature, ...signed } = sent;
  return {
    key: signed['x-ca-key'],
    ...milliseconds(signed['x-ca-timestamp']),
    signature,
    expected: (secret) => createHmac('sm3', secret).update(sortedPairs(signed)).digest('base64'),
  };
};
