import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { jsonOf, openCounter } from '../counter.ts';

const counter = openCounter();
const reader = () => counter.sandbox().workspaceOf('').world().store.reader;

const CSV = `医疗目录编码,名称,收费项目等级,自付比例,限价,剂型,备注
XA00000001A001010199001,沙箱一号片,乙类,10%,,片剂,好
003300000000001,沙箱检查,01,,,,
C0000000000000000001,"沙箱耗材,大号",丙,,,,
`;

const post = async (body: string | Uint8Array<ArrayBuffer>, query = '', type = 'text/csv') => {
  const response = await counter.request(`/_sandbox/catalogue${query}`, {
    method: 'POST',
    headers: { 'content-type': type },
    body,
  });
  return { status: response.status, json: await jsonOf(response) };
};

describe('a catalogue', () => {
  it('comes as CSV and goes to every place that has an institution', async () => {
    const { status, json } = await post(CSV);
    expect(status).toBe(200);
    expect(json).toMatchObject({ rows: 3, ignored: ['备注'] });
    const { places } = json as { places: string[] };
    expect(places).toContain('440300');
    for (const place of places) {
      expect(reader().item(place, 'XA00000001A001010199001')).toMatchObject({
        name: '沙箱一号片',
        chrgitm_lv: '02',
        selfpay_prop: 1_000,
        list_type: '101',
        med_chrgitm_type: '09',
        dosform: '片剂',
      });
      expect(reader().item(place, 'C0000000000000000001')).toMatchObject({
        name: '沙箱耗材,大号',
        selfpay_prop: 10_000,
      });
    }
  });

  it('may be meant for one place, in GBK as spreadsheets write it', async () => {
    const csv = CSV.replaceAll('沙箱一号片', '沙箱二号片').replaceAll('A00000001', 'A00000002');
    const { json } = await post(new Uint8Array(iconv.encode(csv, 'gbk')), '?admdvs=440305');
    expect(json).toMatchObject({ places: ['440300'] });
    expect(reader().item('440300', 'XA00000002A001010199001')?.name).toBe('沙箱二号片');
    expect(reader().item('110000', 'XA00000002A001010199001')).toBeUndefined();
    expect(await post(CSV, '?admdvs=999999')).toMatchObject({ status: 422 });
  });

  it('comes as JSON too', async () => {
    const rows = [
      { med_list_codg: 'ZA01', name: '沙箱丸', chrgitm_lv: '02', selfpay_prop: 0.15, limit: 12.5 },
      {
        med_list_codg: 'ZA02',
        name: '沙箱散',
        chrgitm_lv: '01',
        limit_三级: '30',
        limit_基层: 20,
        限价开始日期: '2026-07-01',
      },
    ];
    for (const body of [{ rows }, rows]) {
      expect(await post(JSON.stringify(body), '?admdvs=110000', 'application/json')).toMatchObject({
        json: { rows: 2 },
      });
    }
    const everywhere = 12_500_000;
    expect(reader().item('110000', 'ZA01')).toMatchObject({
      selfpay_prop: 1_500,
      med_chrgitm_type: '11',
      limits: { 三级: everywhere, 二级: everywhere, 一级: everywhere, 基层: everywhere },
    });
    expect(reader().item('110000', 'ZA02')).toMatchObject({
      limits: { 三级: 30_000_000, 基层: 20_000_000 },
      limit_begndate: '2026-07-01',
    });
    expect(await post('{"row":[]}', '', 'application/json')).toMatchObject({ status: 422 });
  });

  it('with faults tells them by their lines and imports nothing', async () => {
    const csv = `med_list_codg,name,chrgitm_lv,selfpay_prop,limit
X1,一,01,,
X2,"二
行",02,,
X3,三,甲,5%,
X1,四,03,,
,五,04,,abc
`;
    const { status, json } = await post(csv);
    expect(status).toBe(422);
    expect(json).toEqual({
      message: expect.stringContaining('共 6 处错误') as string,
      errors: [
        { line: 3, message: '第 3 行：乙类（02）缺少 selfpay_prop' },
        { line: 5, message: '第 5 行：甲类（01）没有先自付比例' },
        { line: 6, message: '第 6 行：X1 与第 2 行重复' },
        { line: 7, message: '第 7 行：缺少 med_list_codg' },
        { line: 7, message: '第 7 行：chrgitm_lv “04” 应为 01 甲类、02 乙类或 03 丙类' },
        { line: 7, message: expect.stringContaining('limit “abc”') as string },
      ],
    });
    expect(reader().item('440300', 'X1')).toBeUndefined();
  });

  it('with a hundred faults and more lists a hundred of them', async () => {
    const rows = Array.from({ length: 150 }, (_, index) => `X${index},名,09`);
    const { json } = await post(['med_list_codg,name,chrgitm_lv', ...rows].join('\n'));
    expect(json).toMatchObject({ message: expect.stringContaining('共 150 处错误') as string });
    expect((json as { errors: unknown[] }).errors).toHaveLength(100);
  });

  it.each(['', 'med_list_codg,name,chrgitm_lv\n', '\n\n'])('without rows is refused: %j', async (csv) => {
    expect(await post(csv)).toMatchObject({
      status: 422,
      json: { message: expect.stringContaining('没有数据行') as string },
    });
  });

  it('of many rows is written in turns between which others have theirs', async () => {
    const rows = Array.from({ length: 1_201 }, (_, index) => `MANY${index},第${index}项,01`);
    expect(
      await post(`med_list_codg\tname\tchrgitm_lv\r\n${rows.join('\r\n').replaceAll(',', '\t')}\r\n`, '?admdvs=110000'),
    ).toMatchObject({
      json: { rows: 1_201 },
    });
    expect(reader().item('110000', 'MANY1200')?.name).toBe('第1200项');
  });
});
