import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openCounter } from './counter.ts';

const counter = openCounter();

const fetched = async (infno: string, ver = '0') => {
  const announced = await counter.post(`/fsi/api/${infno}`, { infno, input: { data: { ver } } });
  const { output } = (await announced.json()) as {
    output: { file_qury_no: string; filename: string; data_cnt: number };
  };
  const response = await ask(output.file_qury_no);
  const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
  const [name = '', bytes = new Uint8Array()] = Object.entries(files)[0] ?? [];
  const rows = strFromU8(bytes).split('\n').filter((line) => line !== ''); // prettier-ignore
  return { output, response, name, rows: rows.map((row) => row.split('\t')) };
};

const ask = (file_qury_no: string) =>
  counter.post('/fsi/api/9102', {
    infno: '9102',
    input: { fsDownloadIn: { file_qury_no, filename: 'plc', fixmedins_code: 'H44030099001' } },
  });

describe('a catalogue file', () => {
  it('of drugs is a zip of lines with the 92 columns that a HIS reads', async () => {
    const { output, response, name, rows } = await fetched('1301');
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
    expect(name).toBe('1301_440300.txt');
    expect(rows).toHaveLength(output.data_cnt);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([92]));
    const [code, , , genname] = rows[0] ?? [];
    expect(code).toMatch(/^X/);
    expect(genname).not.toBe('null');
    expect(rows[0]?.[80]).toBe('Sat Jan 01 00:00:00 CST 2022');
  });

  it('of chronic diseases holds the codes that cross provinces', async () => {
    const { rows } = await fetched('1309');
    expect(rows.map((row) => row[0])).toContain('M08301');
    expect(rows.find((row) => row[0] === 'M08301')?.[15]).toBe('M08300');
  });

  it('of what the sandbox does not have is empty, and says so', async () => {
    const { output, rows } = await fetched('1308');
    expect({ count: output.data_cnt, rows }).toEqual({ count: 0, rows: [] });
  });

  it('holds only what is newer than the version that the HIS has', async () => {
    expect((await fetched('1301', '20220101')).rows).toEqual([]);
  });

  it('has the same bytes whenever it is fetched', async () => {
    const [one, other] = await Promise.all([ask('1305-440300-0'), ask('1305-440300-0')]);
    expect(new Uint8Array(await one.arrayBuffer())).toEqual(new Uint8Array(await other.arrayBuffer()));
  });

  it.each(['1301-510100-0', '1301-440300-x', '9999-440300-0', 'F1'])(
    'is refused in an envelope for %s',
    async (number) => {
      const response = await ask(number);
      expect(response.headers.get('content-type')).toMatch(/json/);
      expect(await response.json()).toMatchObject({
        infcode: -1,
        err_msg: `[就医地 深圳市] 没有文件查询号 file_qury_no（${number}）的文件，请先用 1301 等目录下载交易或 3202 取得`,
      });
    },
  );
});
