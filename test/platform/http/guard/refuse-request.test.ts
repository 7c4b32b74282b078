import { describe, expect, it } from 'vitest';
import { refuseRequest, type Guard } from '../../../../src/platform/http/guard/refuse-request.ts';

const LOOPBACK: Guard = { bound: '127.0.0.1', names: [] };
const JSON_TYPE = { 'content-type': 'application/json' };

type Asked = { method?: string; url?: string; headers?: Readonly<Record<string, string>> };

/** Status of the refusal, or nothing. */
const status = (
  { method = 'GET', url = 'http://127.0.0.1:8686/_sandbox/personas', headers = {} }: Asked,
  guard = LOOPBACK,
) => refuseRequest({ method, url, header: (name) => headers[name] }, guard)?.status;

const at = (host: string): string => `http://${host}/_sandbox/personas`;

describe('the guard of the control API', () => {
  it.each(['127.0.0.1:8686', 'localhost:8686', '[::1]:8686', '127.9.9.9', 'kuasheng.localhost'])(
    'knows %s as this machine',
    (host) => {
      expect(status({ url: at(host) })).toBeUndefined();
    },
  );

  it.each(['evil.example', '192.168.1.5', 'localhost.evil.example', '127.0.0.1.evil.example', '[2001:db8::1]'])(
    'turns %s away: a page may have led its name here',
    (host) => {
      expect(status({ url: at(host) })).toBe(403);
    },
  );

  it('knows the address that it listens on, and configured names', () => {
    const guard: Guard = { bound: '192.168.1.5', names: ['Kuasheng.Hospital.Example'], token: 't' };
    const headers = { authorization: 'Bearer t' };
    expect(status({ url: at('192.168.1.5:8686'), headers }, guard)).toBeUndefined();
    expect(status({ url: at('kuasheng.hospital.example'), headers }, guard)).toBeUndefined();
    expect(status({ url: at('192.168.1.6'), headers }, guard)).toBe(403);
  });

  it.each(['0.0.0.0', '::'])('listening on %s takes every address, and still no foreign name', (bound) => {
    const guard: Guard = { bound, names: [], token: 't' };
    const headers = { authorization: 'Bearer t' };
    expect(status({ url: at('192.168.1.5'), headers }, guard)).toBeUndefined();
    expect(status({ url: at('[2001:db8::1]'), headers }, guard)).toBeUndefined();
    expect(status({ url: at('evil.example'), headers }, guard)).toBe(403);
  });

  it('takes requests of its own pages and of programs, not those of other pages', () => {
    expect(status({ headers: { origin: 'http://127.0.0.1:8686' } })).toBeUndefined();
    for (const origin of ['http://evil.example', 'http://127.0.0.1:3000', 'https://127.0.0.1:8686', 'null']) {
      expect(status({ headers: { origin } })).toBe(403);
    }
  });

  it('demands the token where there is one', () => {
    const guard: Guard = { ...LOOPBACK, token: 'k3u9sh' };
    for (const authorization of ['', 'k3u9sh', 'Bearer k3u9s', 'Bearer k3u9sh1', 'Basic k3u9sh']) {
      expect(status({ headers: { authorization } }, guard)).toBe(401);
    }
    expect(status({ headers: { authorization: 'Bearer k3u9sh' } }, guard)).toBeUndefined();
  });

  it('takes bodies of JSON only: a form of a page cannot say that it is one', () => {
    for (const method of ['POST', 'PATCH']) {
      expect(status({ method, headers: JSON_TYPE })).toBeUndefined();
      expect(status({ method, headers: { 'content-type': 'Application/JSON; charset=utf-8' } })).toBeUndefined();
      for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'text/csv', '']) {
        expect(status({ method, headers: { 'content-type': type } })).toBe(415);
      }
      expect(status({ method, headers: { 'content-length': '2' } })).toBe(415);
      expect(status({ method, headers: { 'transfer-encoding': 'chunked' } })).toBe(415);
    }
  });

  it('takes a POST without any body, and CSV for the catalogue', () => {
    expect(status({ method: 'POST' })).toBeUndefined();
    expect(status({ method: 'POST', headers: { 'content-length': '0' } })).toBeUndefined();
    const url = 'http://127.0.0.1:8686/w/team-a/_sandbox/catalogue?admdvs=440300';
    expect(status({ method: 'POST', url, headers: { 'content-type': 'text/csv;charset=gbk' } })).toBeUndefined();
  });
});
