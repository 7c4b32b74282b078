import fc from 'fast-check';
import { strToU8, zipSync, type Zippable } from 'fflate';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { fileText } from '../../../src/platform/dispatch/file-text.ts';

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const zip = (files: Zippable): string => base64(zipSync(files));

/** A zip as Java's ZipOutputStream writes it: the entry says its sizes only behind the data. */
const withLateSizes = (name: string, text: string): string => {
  const bytes = Buffer.from(zipSync({ [name]: strToU8(text) }));
  bytes.writeUInt16LE(8, 6);
  bytes.fill(0, 14, 26);
  return bytes.toString('base64');
};

describe('the text of an uploaded file', () => {
  it('is that of the first file in a zip, folders left aside', () => {
    expect(fileText(zip({ 'a.txt': strToU8('一\t1\n') }))).toEqual({ ok: true, value: '一\t1\n' });
    expect(fileText(zip({ folder: { 'a.txt': strToU8('x') } }))).toEqual({ ok: true, value: 'x' });
    expect(fileText(zip({ 'a.txt': [strToU8('stored'), { level: 0 }] }))).toEqual({ ok: true, value: 'stored' });
    expect(fileText(withLateSizes('a.txt', 'later'))).toEqual({ ok: true, value: 'later' });
  });

  it('may come without a zip, and in GBK', () => {
    expect(fileText(base64(strToU8('S1\t100')))).toEqual({ ok: true, value: 'S1\t100' });
    expect(fileText(zip({ 'a.txt': iconv.encode('退费', 'gbk') }))).toEqual({ ok: true, value: '退费' });
  });

  it('is not read beyond 16 MiB, whatever the zip says of its size', () => {
    const bomb = Buffer.from(zipSync({ 'a.txt': new Uint8Array(17 * 1_048_576) }));
    expect(bomb.length).toBeLessThan(100_000);
    expect(fileText(base64(bomb))).toEqual({ ok: false, error: '解压后超过 16 MiB' });
  });

  it('says what is wrong with a file', () => {
    const whole = Buffer.from(zipSync({ 'a.txt': strToU8('abc'.repeat(100)) }));
    const broken = Buffer.from(whole);
    broken.fill(0xff, 36, 40);
    expect(fileText(base64(whole.subarray(0, 20)))).toEqual({
      ok: false,
      error: '压缩包内没有文件，或不是完整的 zip',
    });
    expect(fileText(base64(broken))).toEqual({ ok: false, error: '压缩包已损坏' });
    expect(fileText(zip({}))).toMatchObject({ ok: false });
  });

  it('never throws, whatever is cut or changed', () => {
    const whole = Buffer.from(zipSync({ 'a.txt': strToU8('S1\t2\t3'.repeat(50)), 'b.txt': strToU8('x') }));
    fc.assert(
      fc.property(
        fc.nat(whole.length),
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255))),
        (length, changes) => {
          const bytes = Buffer.from(whole);
          for (const [at, value] of changes) bytes[at] = value;
          expect(typeof fileText(base64(bytes.subarray(0, length))).ok).toBe('boolean');
        },
      ),
    );
  });
});
