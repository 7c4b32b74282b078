import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readBill } from '../../../../src/platform/features/voucher/files/read-bill.ts';
import { readOfd } from '../../../../src/platform/features/voucher/files/read-ofd.ts';
import { readPdf } from '../../../../src/platform/features/voucher/files/read-pdf.ts';
import { readXml } from '../../../../src/platform/features/voucher/files/read-xml.ts';
import { unpackVouchers } from '../../../../src/platform/features/voucher/files/unpack.ts';
import { utf8, zipFiles, type NamedBytes } from '../../../../src/platform/features/voucher/make/zip-files.ts';

const bytes = (text: string) => Buffer.from(text);
const unpack = (...files: NamedBytes[]) => unpackVouchers({ base64: zipFiles(files).toString('base64'), mode: '2' });

describe('XML that means harm', () => {
  const refused = (text: string) => {
    const read = readXml(bytes(text));
    return read.ok ? '' : read.error;
  };

  it('with external entities is not even looked at', () => {
    const text = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>';
    expect(refused(text)).toBe('不能含有 DOCTYPE（实体声明）');
    expect(refused('<a>&x;</a>')).toMatch(/^不是合法的 XML（第 1 行第 \d+ 列）$/);
  });

  it('with a billion laughs ends at once', () => {
    const levels = Array.from({ length: 20 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('');
    const from = performance.now();
    expect(refused(`<!DOCTYPE a [<!ENTITY l0 "ha">${levels}]><a>&l20;</a>`)).toContain('DOCTYPE');
    expect(performance.now() - from).toBeLessThan(100);
  });

  it('may be neither deep nor wide nor long', () => {
    expect(refused('<a>'.repeat(100))).toBe('元素嵌套超过 32 层');
    expect(refused(`<a>${'<b/>'.repeat(60_001)}</a>`)).toBe('元素多于 60000 个');
    expect(refused(`<a>${'样'.repeat(200_000)}</a>`)).toBe('超过 512 KiB');
  });

  it('is read in UTF-8 with and without a mark, and in GBK', () => {
    const gbk = Buffer.concat([bytes('<a>'), Buffer.from([0xd1, 0xf9, 0xd5, 0xc5]), bytes('</a>')]);
    for (const file of [bytes('<a>样张</a>'), bytes('\uFEFF<a>样张</a>'), gbk]) {
      expect(readXml(file)).toMatchObject({ ok: true, value: { name: 'a', text: '样张' } });
    }
  });
});

describe('the structured XML', () => {
  it('tells which fields are wrong, where, and what is allowed', () => {
    const read = readBill(
      'x.xml',
      bytes('<r><billInfo><elecSetlCertNo>1</elecSetlCertNo><billAmt>一元</billAmt></billInfo></r>'),
    );
    expect(read.ok ? '' : read.error.text).toContain('开票金额（billInfo.billAmt）收到“一元”');
    expect(read.ok ? '' : read.error.text).toMatch(/等 \d+ 处$/);
  });

  it('may stand inside something else', () => {
    const read = readBill('x.xml', bytes('<e><d><billInfo/></d></e>'));
    expect(read).toMatchObject({ ok: false, error: { fault: 'bill-invalid' } });
    expect(readBill('x.xml', bytes('<e/>'))).toMatchObject({
      error: { text: expect.stringContaining('没有 billInfo') as string },
    });
  });
});

describe('an OFD', () => {
  const ofd = '<OFD><DocBody><DocRoot>D/Document.xml</DocRoot></DocBody></OFD>';
  const document = (more = '') => `<Document><Pages><Page BaseLoc="P.xml"/></Pages>${more}</Document>`;
  const whole = { 'OFD.xml': ofd, 'D/Document.xml': document(), 'D/P.xml': '<Page/>' };
  const read = (files: Record<string, string>) =>
    readOfd(zipFiles(Object.entries(files).map(([name, text]) => ({ name, bytes: utf8(text) }))));

  it('is whole when every file that it names is there', async () => {
    expect(await read(whole)).toEqual({ ok: true, value: [] });
    expect(await read({ ...whole, 'OFD.xml': '<OFD/>' })).toEqual({ ok: false, error: 'OFD.xml 没有 DocRoot' });
    const { 'D/P.xml': _page, ...pageless } = whole;
    expect(await read(pageless)).toEqual({ ok: false, error: '缺少页面 P.xml' });
    const listed = { ...whole, 'D/Document.xml': document('<Attachments>A.xml</Attachments>') };
    const list = '<Attachments><Attachment><FileLoc>/D/b.xml</FileLoc></Attachment></Attachments>';
    expect(await read({ ...listed, 'D/A.xml': list })).toEqual({ ok: false, error: '缺少附件 D/b.xml' });
    const read2 = await read({ ...listed, 'D/A.xml': list, 'D/b.xml': '<b/>' });
    expect(read2).toMatchObject({ ok: true, value: [{ name: 'D/b.xml' }] });
  });

  it('holds no archive', async () => {
    const inner = zipFiles([{ name: 'a', bytes: utf8('a') }]).toString('latin1');
    const file = { name: 'D/inner.bin', bytes: Buffer.from(inner, 'latin1') };
    const packed = zipFiles([...Object.entries(whole).map(([name, text]) => ({ name, bytes: utf8(text) })), file]);
    expect(await readOfd(packed)).toEqual({ ok: false, error: '内含压缩包 D/inner.bin' });
  });
});

describe('a PDF', () => {
  const pdf = (body: string, end = '%%EOF\n') => Buffer.from(`%PDF-1.4\n${body}\n${end}`, 'latin1');
  const xml = '<r><billInfo/></r>';

  it('must be whole and open', () => {
    expect(readPdf(pdf('', ''))).toEqual({ ok: false, error: '没有结束标记 %%EOF，文件不完整' });
    expect(readPdf(pdf('trailer << /Encrypt 5 0 R >>'))).toEqual({ ok: false, error: '已加密' });
  });

  it('carries XML as an embedded file, packed or not, or under hidexml', () => {
    const stream = (head: string, data: Buffer) =>
      pdf(`1 0 obj << /Type /EmbeddedFile ${head} >> stream\n${data.toString('latin1')}\nendstream endobj`);
    const hidden = Buffer.from(`\uFEFF${xml}`, 'utf16le').swap16().toString('hex');
    for (const file of [
      stream('', bytes(xml)),
      stream('/Filter /FlateDecode', deflateSync(xml)),
      pdf(`<< /hidexml <${hidden}> >>`),
      pdf(`<< /hidexml <${bytes(xml).toString('hex')}> >>`),
    ]) {
      const read = readPdf(file);
      expect(read.ok && read.value.map(({ bytes: found }) => found.toString().trim())).toEqual([xml]);
    }
  });

  it('of nothing but beginnings, or of streams without end, is read in no time', () => {
    for (const part of ['<<', '<<>>', '>>', '>>stream\n', '/EmbeddedFile>>stream\n', '/hidexml<', '/hidexml ']) {
      const file = pdf(part.repeat(2_000_000 / part.length));
      const from = performance.now();
      expect(readPdf(file).ok).toBe(true);
      expect([part, performance.now() - from < 500]).toEqual([part, true]);
    }
  });

  it('is looked through object by object: a stream is what its own dictionary says', () => {
    const params = '<< /Type /EmbeddedFile /Params << /Size 20 >> >>';
    const other = '2 0 obj << /Length 9 >>\nstream\n<r>no</r>\nendstream endobj';
    const file = pdf(`1 0 obj ${params} stream\r\n${xml}\nendstream endobj\n${other}`);
    const read = readPdf(file);
    expect(read.ok && read.value.map(({ bytes: found }) => found.toString().trim())).toEqual([xml]);
  });

  it('does not blow up', () => {
    const bomb = deflateSync(Buffer.alloc(50_000_000));
    const file = pdf(`<< /Type /EmbeddedFile /Filter /FlateDecode >> stream\n${bomb.toString('latin1')}\nendstream`);
    expect(readPdf(file)).toEqual({ ok: true, value: [] });
  });
});

describe('a package', () => {
  it('takes PDF beside XML, and tells two layout files of one voucher', async () => {
    const pdf = { name: '44-1.pdf', bytes: utf8('%PDF-1.4\n%%EOF') };
    const xml = { name: '44-1-extinfo.xml', bytes: utf8('<r><billInfo/></r>') };
    expect(await unpack(pdf, xml)).toMatchObject({
      vouchers: [{ base: '44-1', layout: { format: 'pdf' }, faults: [{ fault: 'bill-invalid' }] }],
    });
    expect(await unpack(pdf, { ...pdf, name: '44-1.ofd' })).toMatchObject({
      vouchers: [{ faults: [{ fault: 'file-not-layout', text: expect.stringContaining('重复') as string }] }],
    });
    expect(await unpack({ ...pdf, name: '44-1.ofd' })).toMatchObject({
      vouchers: [{ faults: [{ text: '文件 44-1.ofd 的内容是 PDF，与扩展名不符' }] }],
    });
  });

  it('of names that only look alike is told by name', async () => {
    expect(await unpack({ name: 'C:/a.ofd', bytes: utf8('a') })).toEqual({
      ok: false,
      text: '文件 C:/a.ofd 是绝对路径',
    });
    expect(await unpack({ name: '..\\a.ofd', bytes: utf8('a') })).toMatchObject({
      text: expect.stringContaining('反斜杠') as string,
    });
    expect(await unpack({ name: 'a\u0000.ofd', bytes: utf8('a') })).toMatchObject({
      text: expect.stringContaining('a?.ofd') as string,
    });
    const long = await unpack({ name: `${'9'.repeat(300)}.ofd`, bytes: utf8('a') });
    expect(long).toMatchObject({ ok: false, text: expect.stringMatching(/^文件 9{80}… 命名不符/) as string });
  });
});
