import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../src/platform/wire/decode-text.ts';

describe('the text of a body', () => {
  it('is read as UTF-8 where it is, without its byte order mark', () => {
    expect(decodeText(Buffer.from('\uFEFF姓名：张三'))).toEqual({ text: '姓名：张三', encoding: 'utf-8' });
    expect(decodeText(new Uint8Array())).toEqual({ text: '', encoding: 'utf-8' });
  });

  it('is read as GBK otherwise, and the next one as UTF-8 again', () => {
    expect(decodeText(iconv.encode('姓名：张三', 'gbk'))).toEqual({ text: '姓名：张三', encoding: 'gbk' });
    expect(decodeText(Buffer.from('姓名')).encoding).toBe('utf-8');
  });
});
