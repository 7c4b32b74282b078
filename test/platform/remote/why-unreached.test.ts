import { describe, expect, it } from 'vitest';
import { whyUnreached } from '../../../src/platform/remote/why-unreached.ts';

const failed = (cause: object): Error => new TypeError('fetch failed', { cause });

describe('a request that failed', () => {
  it.each([
    [{ code: 'ECONNREFUSED', syscall: 'connect' }, '连接被拒绝'],
    [{ code: 'ENOTFOUND', syscall: 'getaddrinfo' }, '域名不存在'],
    [{ code: 'UND_ERR_CONNECT_TIMEOUT' }, '建立连接超时'],
    [{ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }, '证书不受信任'],
  ])('before a connection stood has certainly not arrived: %j', (cause, why) => {
    expect(whyUnreached(failed(cause))).toBe(why);
  });

  it.each([
    [{ code: 'ECONNRESET', syscall: 'read' }],
    [{ code: 'UND_ERR_SOCKET' }],
    [{ code: 'UND_ERR_HEADERS_TIMEOUT' }],
    [{ code: 'EHOSTUNREACH', syscall: 'read' }],
    [{ code: 'constructor', syscall: 'connect' }],
    [{}],
  ])('in any other way may have arrived: %j', (cause) => {
    expect(whyUnreached(failed(cause))).toBeUndefined();
  });

  it('at every address of a name has not arrived; at some of them only, nobody knows', () => {
    const refused = { code: 'ECONNREFUSED', syscall: 'connect' };
    const both = (errors: object[]) => failed(Object.assign(new Error('all failed'), { code: 'ECONNREFUSED', errors }));
    expect(whyUnreached(both([refused, refused]))).toBe('连接被拒绝');
    expect(whyUnreached(both([refused, { code: 'ECONNRESET', syscall: 'read' }]))).toBeUndefined();
  });

  it('with something that is no error at all is nothing that is known', () => {
    expect(whyUnreached(undefined)).toBeUndefined();
    expect(whyUnreached('ECONNREFUSED')).toBeUndefined();
  });
});
