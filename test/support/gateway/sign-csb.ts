import { createHmac } from 'node:crypto';
import type { Instant } from '../../../src/kernel/civil-time.ts';

/** Headers of a request signed for the CSB gateway; the stamp has 13 digits. */
export const signCsb = (signed: { key: string; secret: string; at: Instant; name?: string; version?: string }) => {
  const { key, secret, at, name = 'fsi', version = '1.0.0' } = signed;
  const text = `_api_access_key=${key}&_api_name=${name}&_api_timestamp=${at}&_api_version=${version}`;
  return {
    _api_name: name,
    _api_version: version,
    _api_timestamp: String(at),
    _api_access_key: key,
    _api_signature: createHmac('sha1', secret).update(text).digest('base64'),
  };
};
