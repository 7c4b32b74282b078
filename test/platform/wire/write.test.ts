import { describe, expect, it } from 'vitest';
import { write } from '../../../src/platform/wire/write.ts';
import { hospital, tableOf } from './table-of.ts';

const line = {
  feedetl_sn: '1', det_item_fee_sumamt: 0, cnt: 10_000, pric: -1, pric_uplmt_amt: 999_999_000_000,
  chrgitm_lv: '01', med_chrgitm_type: '09', lmt_used_flag: '0',
}; // prettier-ignore

describe('write', () => {
  it('prints keys in the order of the table and numbers with their printed scale', () => {
    expect(write(hospital('2204'), { result: [line] })).toBe(
      '{"result":[{"feedetl_sn":"1","det_item_fee_sumamt":0.00,"cnt":1.0000,"pric":-0.000001,' +
        '"pric_uplmt_amt":999999.000000,"selfpay_prop":null,"fulamt_ownpay_amt":null,"overlmt_amt":null,' +
        '"preselfpay_amt":null,"inscp_scp_amt":null,"chrgitm_lv":"01","med_chrgitm_type":"09","bas_medn_flag":null,' +
        '"hi_nego_drug_flag":null,"chld_medc_flag":null,"list_sp_item_flag":null,"lmt_used_flag":"0",' +
        '"drt_reim_flag":null,"memo":null,"exp_content":null}]}',
    );
  });

  it('prints ages with one decimal and integers as they are', () => {
    const baseinfo = { psn_no: '1', psn_cert_type: '01', certno: '1', psn_name: '甲', gend: '1', age: 351 };
    expect(write(hospital('1101'), { baseinfo, insuinfo: [], idetinfo: [] })).toBe(
      '{"baseinfo":{"psn_no":"1","psn_cert_type":"01","certno":"1","psn_name":"甲","gend":"1","naty":null,"brdy":null,' +
        '"age":35.1,"exp_content":null},"insuinfo":[],"idetinfo":[]}',
    );
    const page = { total: 12, size: 3 };
    expect(write(hospital('7211'), { data: page, list: [] })).toBe('{"data":{"total":12,"size":3},"list":[]}');
  });

  it('prints an absent output as null, absent rows as no rows, an absent node as null', () => {
    expect(write(hospital('2205'), undefined)).toBe('null');
    expect(write(hospital('5206'), {})).toBe('{"cuminfo":[]}');
    expect(write(tableOf('national', '1301'), undefined)).toBe('null');
  });

  it('prints rows without a name as a list', () => {
    const row = { poolarea_no: '440300', insutype: '310', clct_flag: '1', accrym_begn: '202501', accrym_end: '202501' };
    const text = write(hospital('90100'), [row, row]);
    expect(text.startsWith('[{"poolarea_no":"440300","poolarea_no_name":null,"insutype":"310"')).toBe(true);
    expect(JSON.parse(text)).toHaveLength(2);
    expect(write(hospital('5204'), [])).toBe('[]');
  });

  it('prints the cash of 2208 under the printed name and under the one that clients read', () => {
    const amounts = hospital('2208').output[0]?.fields.filter((field) => field.type === 'number') ?? [];
    const setlinfo = {
      ...Object.fromEntries(amounts.map(({ code }) => [code, -100])),
      mdtrt_id: 'M', setl_id: 'S', setl_time: '2025-01-01 08:00:00', medins_setl_id: 'X', psn_cash_pay: -12_345,
      pdn_cash_pay: undefined,
    }; // prettier-ignore
    const text = write(hospital('2208'), { setlinfo, setldetail: [] });
    expect(text).toContain('"psn_cash_pay":-123.45,"pdn_cash_pay":-123.45,');
  });

  it('prints the end of a session under the printed node and under the one that clients read', () => {
    expect(write(hospital('9002'), { signoutoutb: { sign_time: '2025-01-01 18:00:00' } })).toBe(
      '{"signoutoutb":{"sign_time":"2025-01-01 18:00:00"},"sign_time":{"sign_time":"2025-01-01 18:00:00"}}',
    );
  });

  it('escapes text', () => {
    expect(write(hospital('1901'), { list: [] })).toBe('{"list":[]}');
    const row = {
      type: 'a"b\\c\n', label: '\u2028\u0000', value: '1', parentValue: '0', sort: 1, valiFlag: '1', createUser: 'k',
      createDate: '2025-01-01', version: 1,
    }; // prettier-ignore
    expect(JSON.parse(write(hospital('1901'), { list: [row] }))).toEqual({ list: [row] });
  });

  it('writes the input of a relayed message as well', () => {
    const data = { mdtrtarea: '440300', insuplc: '110000', oinfno: '1107', omsgid: 'M1' };
    expect(write(tableOf('national', '1301'), { data }, 'input')).toBe(
      '{"data":{"mdtrtarea":"440300","insuplc":"110000","fixmedins_code":null,"psn_no":null,"ssn":null,' +
        '"mdtrt_regno":null,"oinfno":"1107","omsgid":"M1","opter_name":null}}',
    );
  });
});

describe('write is the check of the output: it throws', () => {
  const result = (change: object) => () => write(hospital('2204'), { result: [{ ...line, ...change }] });

  it('when something required is absent', () => {
    expect(result({ chrgitm_lv: undefined })).toThrow('hospital 2204 output.result.chrgitm_lv is absent');
    expect(result({ cnt: null })).toThrow('hospital 2204 output.result.cnt is absent');
    expect(() => write(hospital('1101'), { insuinfo: [] })).toThrow('hospital 1101 output.baseinfo is absent');
  });

  it('when a field or a node is unknown', () => {
    expect(result({ overlmt_selfpay: 1 })).toThrow('hospital 2204 output.result.overlmt_selfpay is not in the table');
    expect(() => write(hospital('2204'), { results: [] })).toThrow('hospital 2204 output.results is not in the table');
    expect(() => write(hospital('2205'), { data: {} })).toThrow('hospital 2205 output.data is not in the table');
  });

  it('when a value is of another type', () => {
    expect(result({ cnt: 1.5 })).toThrow('hospital 2204 output.result.cnt is no integer of 10^-4');
    expect(result({ cnt: '1' })).toThrow('cnt is no integer');
    expect(result({ feedetl_sn: 1 })).toThrow('feedetl_sn is no text');
    expect(() => write(hospital('2204'), { result: line })).toThrow('hospital 2204 output.result are no rows');
    expect(() => write(hospital('9001'), { signinoutb: { sign_time: '2025-01-01', sign_no: '1' } })).toThrow(
      'sign_time is no yyyy-MM-dd HH:mm:ss',
    );
  });
});
