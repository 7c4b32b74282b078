import { describe, expect, it } from 'vitest';
import { instantOf, type Instant } from '../../../../src/kernel/civil-time.ts';
import { checkSignature } from '../../../../src/platform/dispatch/signature/check-signature.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../../src/platform/domain/settings.ts';
import { signCsb } from '../../../support/gateway/sign-csb.ts';
import { signXCa } from '../../../support/gateway/sign-x-ca.ts';
import { signXTif } from '../../../support/gateway/sign-x-tif.ts';

type Headers = Readonly<Record<string, string>>;

const NOW = instantOf('2026-03-31 08:00:00');
const MINUTE = 60_000;
const OURS = { key: 'app', secret: 's3cret' };

const SIGNERS = { 'x-tif': signXTif, csb: signCsb, 'x-ca': signXCa };
type SchemeName = keyof typeof SIGNERS;
const NAMES = Object.keys(SIGNERS) as SchemeName[];

const settingsFor = (signature: Settings['signature']): Settings => ({
  ...DEFAULT_SETTINGS,
  signature,
  gatewayKeys: { [OURS.key]: OURS.secret },
});

/** What the gateway says: its own JSON, or nothing when it lets the request pass. */
const said = (scheme: Settings['signature'], headers: Headers, now: Instant = NOW): unknown => {
  const outcome = checkSignature(settingsFor(scheme), (name) => headers[name], now);
  return outcome?.kind === 'gateway' ? JSON.parse(outcome.body) : outcome;
};

const refusal = (message: string) => ({ code: 401, message });

describe('the gateway signature', () => {
  it('is not asked for where the workspace has not switched it on', () => {
    expect(said('off', {})).toBeUndefined();
  });

  it.each(NAMES)('%s: lets a request pass that is signed with the secret of its key', (scheme) => {
    expect(said(scheme, SIGNERS[scheme]({ ...OURS, at: NOW }))).toBeUndefined();
  });

  it.each(NAMES)('%s: misses each of its headers, absent or empty', (scheme) => {
    const headers: Headers = SIGNERS[scheme]({ ...OURS, at: NOW });
    expect(Object.keys(headers).length).toBeGreaterThanOrEqual(4);
    for (const name of Object.keys(headers)) {
      const { [name]: _absent, ...rest } = headers;
      expect(said(scheme, rest)).toEqual(refusal('缺少服务网关的请求头!'));
      expect(said(scheme, { ...headers, [name]: '' })).toEqual(refusal('缺少服务网关的请求头!'));
    }
  });

  it.each(NAMES)('%s: takes stamps up to thirty minutes away, on either side', (scheme) => {
    const signedAt = (at: Instant) => said(scheme, SIGNERS[scheme]({ ...OURS, at }));
    expect(signedAt(NOW - 30 * MINUTE)).toBeUndefined();
    expect(signedAt(NOW + 30 * MINUTE)).toBeUndefined();
    expect(signedAt(NOW - 31 * MINUTE)).toEqual(refusal('签名时间戳超时!'));
    expect(signedAt(NOW + 31 * MINUTE)).toEqual(refusal('签名时间戳超时!'));
  });

  it.each([
    ['x-tif', 'x-tif-timestamp'],
    ['csb', '_api_timestamp'],
    ['x-ca', 'x-ca-timestamp'],
  ] as const)('%s: has no use for a stamp that is no time', (scheme, name) => {
    const headers = { ...SIGNERS[scheme]({ ...OURS, at: NOW }), [name]: '2026-03-31' };
    expect(said(scheme, headers)).toEqual(refusal('签名时间戳超时!'));
  });

  it.each(NAMES)('%s: does not know other keys, whatever they are called', (scheme) => {
    for (const key of ['nobody', '__proto__', 'constructor']) {
      expect(said(scheme, SIGNERS[scheme]({ ...OURS, key, at: NOW }))).toEqual(refusal('非法用户!'));
    }
  });

  it.each(NAMES)('%s: sees another secret, and a signature cut short', (scheme) => {
    const headers: Headers = SIGNERS[scheme]({ ...OURS, at: NOW });
    expect(said(scheme, SIGNERS[scheme]({ ...OURS, secret: 'other', at: NOW }))).toEqual(refusal('签名不一致!'));
    const name = Object.keys(headers).find((one) => one.endsWith('signature')) ?? '';
    expect(said(scheme, { ...headers, [name]: (headers[name] ?? '').slice(1) })).toEqual(refusal('签名不一致!'));
  });

  it('reads x-tif: lower-case hex of SHA-256 over timestamp, secret, nonce, timestamp', () => {
    const headers = {
      'x-tif-paasid': 'app',
      'x-tif-timestamp': '1774915200',
      'x-tif-nonce': 'abc123',
      'x-tif-signature': 'c839b3af9c8b3757dbe6d643dc0aae5a1dbdc2fcdb8d9e908853654caa8588bc',
    };
    expect(said('x-tif', headers)).toBeUndefined();
    expect(said('x-tif', { ...headers, 'x-tif-nonce': 'abc124' })).toEqual(refusal('签名不一致!'));
  });

  it('reads CSB: Base64 of HMAC-SHA1 over the four other headers, sorted', () => {
    const headers = {
      _api_name: 'fsi',
      _api_version: '1.0.0',
      _api_timestamp: '1774915200000',
      _api_access_key: 'app',
      _api_signature: 'egGXObdLYA/YV62lEN2qkx4afm4=',
    };
    expect(said('csb', headers)).toBeUndefined();
    expect(said('csb', { ...headers, _api_version: '1.0.1' })).toEqual(refusal('签名不一致!'));
  });

  it('reads x-ca: Base64 of HMAC-SM3 over key, nonce and timestamp', () => {
    const headers = {
      'x-ca-key': 'app',
      'x-ca-nonce': 'abc123',
      'x-ca-timestamp': '1774915200000',
      'x-ca-signature': 'oTu1MwqLNNNYvr/L62z18w1qvdwxd+RYP+HCzpD8a7A=',
    };
    expect(said('x-ca', headers)).toBeUndefined();
    expect(said('x-ca', { ...headers, 'x-ca-nonce': 'abc124' })).toEqual(refusal('签名不一致!'));
  });
});
