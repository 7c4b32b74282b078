import { createHmac } from 'node:crypto';
import { headersNamed, type Scheme } from './scheme.ts';
import { sortedPairs } from './sorted-pairs.ts';
import { milliseconds } from './stamps.ts';

const NAMES = ['_api_name', '_api_version', '_api_timestamp', '_api_access_key', '_api_signature'] as const;

/**
 * CSB gateway: Base64 of HMAC-SHA1(secret, the other four headers as k=v sorted by key, joined by &), timestamp of 13
 * digits. The body is not signed. Fidelity documented: 湖南省医疗保障信息平台定点医药机构接口规范 V1.1.27, 网关签名.
 */
export const csb: Scheme = (header) => {
  const sent = headersNamed(header, NAMES);
  if (!sent) return undefined;
  const { _api_signature: signature, ...signed } = sent;
  return {
    key: signed._api_access_key,
    ...milliseconds(signed._api_timestamp),
    signature,
    expected: (secret) => createHmac('sha1', secret).update(sortedPairs(signed)).digest('base64'),
  };
};
