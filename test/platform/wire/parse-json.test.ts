import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from '../../../src/platform/wire/parse-json.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;

describe('parseJson', () => {
  it('takes bytes or text', () => {
    expect(parseJson(bytes('{"infno":"1101","input":{}}'))).toEqual({ ok: true, value: { infno: '1101', input: {} } });
    expect(parseJson('[1, 2.5]')).toEqual({ ok: true, value: [1, 2.5] });
  });

  it('keeps integers of more than 15 digits as text, as sent', () => {
    const body =
      '{"feedetl_sn":202501010800001234567890123456,"setl_id":1234567890123456,"cnt":123456789012345,"n":-1}';
    expect(parseJson(body)).toEqual({
      ok: true,
      value: { feedetl_sn: '202501010800001234567890123456', setl_id: '1234567890123456', cnt: 123456789012345, n: -1 },
    });
  });

  it('keeps decimals as numbers where a double carries them and as text where it does not', () => {
    expect(parseJson('[33.300000000000004]')).toEqual({ ok: true, value: [33.300000000000004] });
    expect(parseJson('[80000000000000.37]')).toEqual({ ok: true, value: ['80000000000000.37'] });
  });

  it('is not misled by long digits inside a text', () => {
    const value = { msgid: 'H44030099001 20250101080000123456789', list: ['a,1234567890123456789'] };
    expect(parseJson(JSON.stringify(value))).toEqual({ ok: true, value });
  });

  it('takes the last of two equal keys, long numbers or not', () => {
    expect(parseJson('{"a":1,"a":2}')).toEqual({ ok: true, value: { a: 2 } });
    expect(parseJson('{"a":1,"a":12345678901234567890}')).toEqual({ ok: true, value: { a: '12345678901234567890' } });
  });

  it('takes a byte order mark', () => {
    expect(parseJson(bytes('\uFEFF{}'))).toEqual({ ok: true, value: {} });
    expect(parseJson('\uFEFF{}')).toEqual({ ok: true, value: {} });
  });

  it('says in plain Chinese what is wrong', () => {
    expect(parseJson('{"infno":')).toEqual({ ok: false, error: '报文不是合法的 JSON' });
    expect(parseJson(Uint8Array.of(0x22, 0xb2, 0xe2, 0x22))).toEqual({ ok: false, error: '报文不是 UTF-8 编码' });
    expect(parseJson(nested(65))).toEqual({ ok: false, error: '报文嵌套超过 64 层' });
    expect(parseJson(nested(64)).ok).toBe(true);
  });

  it('survives a million brackets', () => {
    expect(parseJson(nested(1_000_000)).ok).toBe(false);
    expect(parseJson(`${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`).ok).toBe(false);
  });

  it('drops keys that reach for a prototype, however they are written', () => {
    for (const key of ['__proto__', '\\u005f_proto__']) {
      for (const number of ['1', '12345678901234567890']) {
        const parsed = parseJson(`{"input":{"${key}":{"psn_no":"x"},"n":${number}}}`);
        expect(parsed).toMatchObject({ ok: true });
        const input = parsed.ok ? (parsed.value as { input: Record<string, unknown> }).input : {};
        expect(Object.keys(input)).toEqual(['n']);
        expect(input['psn_no']).toBeUndefined();
      }
    }
  });

  it('gives what JSON.parse gives for everything without long literals', () => {
    const values = fc
      .jsonValue({ maxDepth: 4 })
      .filter((value) => !/\d{16}|e[+-]|\.\d{15}|__proto__/.test(JSON.stringify(value)));
    fc.assert(
      fc.property(values, (value) => {
        expect(parseJson(JSON.stringify(value))).toEqual({ ok: true, value });
      }),
    );
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.uint8Array()), (body) => void parseJson(body)));
  });
});
