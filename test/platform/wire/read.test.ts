import fc from 'fast-check';
import { LosslessNumber } from 'lossless-json';
import { describe, expect, it } from 'vitest';
import { checkCharacter } from '../../../src/kernel/identity-number.ts';
import { loadEnvelope } from '../../../src/platform/wire/load-table.ts';
import { read } from '../../../src/platform/wire/read.ts';
import { hospital, tableOf } from './table-of.ts';

const kinds = (infno: string, raw: unknown) =>
  read(hospital(infno), raw).violations.map(({ path, kind }) => `${path} ${kind}`);

const reversal = { psn_no: '43000099000001', omsgid: 'H44030099001202501010800000001', oinfno: '2207' };

describe('read', () => {
  it('gives the fields under the codes of the table, amounts in their smallest unit', () => {
    const line = {
      feedetl_sn: '1',
      det_item_fee_sumamt: 33.3,
      cnt: '2.5',
      pric: 13.32,
      fee_ocur_time: '2025-01-02 08:00:00',
    };
    const { value } = read(hospital('2204'), { feedetail: [line] });
    expect(value).toEqual({
      feedetail: [
        {
          feedetl_sn: '1',
          det_item_fee_sumamt: 3_330,
          cnt: 25_000,
          pric: 13_320_000,
          fee_ocur_time: '2025-01-02 08:00:00',
        },
      ],
    });
  });

  it('lists nothing when a message keeps to its table', () => {
    expect(read(hospital('2601'), { data: reversal })).toEqual({ value: { data: reversal }, violations: [] });
  });

  it('takes one row as an object or as a list', () => {
    expect(read(hospital('2601'), { data: [reversal] })).toEqual({ value: { data: reversal }, violations: [] });
    const one = { feedetl_sn: '1', mdtrt_id: 'M1' };
    expect(read(hospital('2204'), { feedetail: one }).value).toEqual({ feedetail: [one] });
  });

  it('takes the first of many rows where one is due, and says so', () => {
    const { value, violations } = read(hospital('2601'), { data: [reversal, reversal] });
    expect(value).toEqual({ data: reversal });
    expect(violations.map(({ text }) => text)).toEqual(['data（input.data）收到“列表（2 行）”，应为一行，只取第一行']);
  });

  it('takes input as JSON text, and a node as JSON text', () => {
    expect(read(hospital('2601'), JSON.stringify({ data: reversal })).value).toEqual({ data: reversal });
    expect(read(hospital('2601'), { data: JSON.stringify(reversal) }).value).toEqual({ data: reversal });
  });

  it('takes null, an empty text and the word null as unset', () => {
    const { value } = read(hospital('2601'), { data: { psn_no: null, omsgid: '', oinfno: 'null' } });
    expect(value).toEqual({ data: {} });
  });

  it('takes data for mdtrtinfo and mdtrtinfo for data, and every spelling of a name', () => {
    const sent = { PSN_NO: '1', Mdtrt_Id: '2', setlId: '3' };
    expect(read(hospital('2208'), { mdtrtinfo: sent }).value).toEqual({
      data: { psn_no: '1', mdtrt_id: '2', setl_id: '3' },
    });
    const totals = { REFD_SETL_FLAG: '1', clr_optins: '440300' };
    expect(read(hospital('3201'), { data: totals }).value).toEqual({
      data: { refd_setl_flag: '1', setl_optins: '440300' },
    });
    const asked = { type: 'insutype', parentValue: '0', vali_flag: '1' };
    expect(read(hospital('1901'), { data: asked }).value).toEqual({
      data: { type: 'insutype', parent_value: '0', Vali_Flag: '1' },
    });
  });

  it('prefers the name of the table to another name of the field', () => {
    expect(read(hospital('3201'), { data: { clr_optins: '1', setl_optins: '2' } }).value).toEqual({
      data: { setl_optins: '2' },
    });
  });

  it('takes fields without their node, and a node around bare fields', () => {
    expect(read(hospital('9002'), { sign_no: '000001', opter_no: '7' }).value).toEqual({
      signOut: { sign_no: '000001', opter_no: '7' },
    });
    const cancelled = { fixmedins_code: 'P1', mdtrt_regno: 'S1', opter_name: '甲' };
    expect(read(hospital('2167'), { data: cancelled }).value).toEqual(cancelled);
  });

  it('leaves out unknown keys', () => {
    expect(read(hospital('2601'), { data: { ...reversal, agnter: 1 }, agnterinfo: {} })).toEqual({
      value: { data: reversal },
      violations: [],
    });
  });

  it('takes numbers as text, of any length', () => {
    const long = new LosslessNumber('202501010800001234567890123456');
    const { value, violations } = read(hospital('2601'), { data: { psn_no: 12345, omsgid: long, oinfno: 2207 } });
    expect(value).toEqual({ data: { psn_no: '12345', omsgid: '202501010800001234567890123456', oinfno: '2207' } });
    expect(violations).toEqual([]);
  });

  it('echoes feedetl_sn as sent, though the table prints a number', () => {
    expect(read(hospital('2204'), { feedetail: [{ feedetl_sn: 7 }, { feedetl_sn: '007' }] }).value).toEqual({
      feedetail: [{ feedetl_sn: '7' }, { feedetl_sn: '007' }],
    });
  });

  it('gives rows that are absent as no rows', () => {
    expect(read(hospital('2203'), {}).value).toEqual({ diseinfo: [] });
  });

  it('reads nested rows where their list stands', () => {
    const detail = { feedetl_sn: '1', durg_trac_info: [{ feedetl_sn: 1, drug_trac_codg: '8123', trdn_flag: '0' }] };
    expect(read(hospital('2102'), { drugdetail: [detail] }).value).toMatchObject({
      drugdetail: [{ durg_trac_info: [{ feedetl_sn: '1', drug_trac_codg: '8123', trdn_flag: '0' }] }],
    });
  });

  it('reads rows without a name as an array', () => {
    const row = { insutype: '310', clct_flag: '1', accrym_begn: '202501', accrym_end: 202501, poolarea_no: '440300' };
    expect(read(hospital('90100'), [row], 'output').value).toEqual([{ ...row, accrym_end: '202501' }]);
    expect(read(hospital('90100'), null, 'output').value).toEqual([]);
  });

  it('reads bytes as base64, also from the numbers of a byte array', () => {
    const file = { filename: 'a.zip', fixmedins_code: 'H44030099001' };
    expect(read(hospital('9101'), { fsUploadIn: { ...file, in: [80, 75, -1] } }).value).toEqual({
      fsUploadIn: { ...file, in: 'UEv/' },
    });
    expect(read(hospital('9101'), { fsUploadIn: { ...file, in: 'UEv_' } }).value).toEqual({
      fsUploadIn: { ...file, in: 'UEv/' },
    });
    expect(kinds('9101', { fsUploadIn: { ...file, in: '不是' } })).toEqual(['input.fsUploadIn.in type']);
  });

  it('takes the extension field as text or as the object itself', () => {
    expect(read(hospital('2205'), { data: { exp_content: { a: 1 } } }).value).toEqual({
      data: { exp_content: '{"a":1}' },
    });
    expect(read(hospital('2205'), { data: { expContent: '{}' } }).value).toEqual({ data: { exp_content: '{}' } });
  });

  it('reads the envelope as well', () => {
    const { value, violations } = read(loadEnvelope(), {
      infno: 2207, mdtrtarea_admdvs: '440300', Input: '{"data":{}}', opter_type: 3, inf_time: '20250101080000',
    }); // prettier-ignore
    expect(value).toMatchObject({ infno: '2207', mdtrtarea_admvs: '440300', input: { data: {} }, opter_type: '3' });
    expect(violations.filter(({ kind }) => kind !== 'missing').map(({ path }) => path)).toEqual(['input.inf_time']);
  });

  it('never throws and never reaches for a prototype', () => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withNullPrototype: true,
      withTypedArray: true,
      maxDepth: 4,
    });
    const names = fc.constantFrom(
      'data',
      'feedetail',
      'cnt',
      'pric',
      'feedetl_sn',
      'fee_ocur_time',
      'med_type',
      '__proto__',
    );
    const garbage = fc.oneof(
      anything,
      fc.dictionary(names, fc.oneof(anything, fc.array(fc.dictionary(names, anything)))),
    );
    fc.assert(
      fc.property(fc.constantFrom('1101', '2204', '2207', '3101', '4901', '5204', '9101'), garbage, (infno, raw) => {
        for (const side of ['input', 'output'] as const) {
          const { value, violations } = read(hospital(infno), raw, side);
          expect([Object.prototype, Array.prototype]).toContain(Object.getPrototypeOf(value));
          expect(violations.length).toBeLessThanOrEqual(100);
        }
      }),
    );
  });
});

describe('a violation', () => {
  it('says which field, what came and what is allowed', () => {
    const { violations } = read(hospital('2601'), { data: { ...reversal, oinfno: '22077' } });
    expect(violations).toEqual([
      {
        path: 'input.data.oinfno',
        name: '原交易编号',
        kind: 'length',
        got: '22077',
        allowed: '字符型(4)，实为 5 个字符',
        text: '原交易编号（input.data.oinfno）收到“22077”，应为字符型(4)，实为 5 个字符',
      },
    ]);
  });

  it('is listed for every required field that is absent, in its row', () => {
    const lines = [{}, { feedetl_sn: '2', mdtrt_id: 'M', psn_no: 'P', chrg_bchno: 'B' }];
    expect(kinds('2204', { feedetail: lines })).toContain('input.feedetail[0].mdtrt_id missing');
    expect(kinds('2204', { feedetail: lines })).not.toContain('input.feedetail[1].mdtrt_id missing');
    expect(kinds('2203', {})).toEqual(['input.mdtrtinfo missing', 'input.diseinfo missing']);
    expect(read(hospital('2203'), {}).violations[0]?.text).toBe('mdtrtinfo（input.mdtrtinfo）为必填项，未传');
  });

  it('is listed for a code outside its list and not for a local child', () => {
    const codes = (med_type: unknown) =>
      kinds('2203', { mdtrtinfo: { med_type }, diseinfo: [] }).filter((text) => text.includes('med_type'));
    expect(codes('88')).toEqual(['input.mdtrtinfo.med_type codes']);
    expect(codes('140104')).toEqual([]);
    expect(codes(14)).toEqual([]);
  });

  it('names the values of a short list', () => {
    const { violations } = read(hospital('2204'), { feedetail: [{ hosp_appr_flag: '9' }] });
    const [found] = violations.filter(({ kind }) => kind === 'codes');
    expect(found?.allowed).toBe('0 无须审批、1 审批通过、2 审批不通过');
  });

  it('shows no identity number that a real person could have', () => {
    const first17 = `430101${'1990'}0307001`;
    const real = first17 + checkCharacter(first17);
    const { violations } = read(hospital('2601'), { data: { ...reversal, oinfno: `病人${real}` } });
    expect(violations[0]?.got).toBe('病人430101************');
    expect(JSON.stringify(violations)).not.toContain('0307');
  });

  it('is short whatever came', () => {
    const { value, violations } = read(hospital('2601'), { data: { ...reversal, oinfno: '9'.repeat(1_000_000) } });
    expect(violations[0]?.text.length).toBeLessThan(120);
    expect(value).toMatchObject({ data: { oinfno: '9'.repeat(1_000_000) } });
  });

  it('is listed once for a value that cannot be used, not once more as missing', () => {
    expect(kinds('2601', { data: { ...reversal, psn_no: {} } })).toEqual(['input.data.psn_no type']);
  });
});

describe('the oddities of the tables', () => {
  it('1101 from a card has no certno and no name: listed', () => {
    const card = { mdtrt_cert_type: '03', mdtrt_cert_no: 'A1', card_sn: 'S1', psn_cert_type: '01' };
    const { value, violations } = read(hospital('1101'), { data: card });
    expect(value).toEqual({ data: card });
    expect(violations.map(({ path, kind }) => `${path} ${kind}`)).toEqual([
      'input.data.certno missing',
      'input.data.psn_name missing',
    ]);
  });

  it('2203A is read from pharmacies and from hospitals', () => {
    const visit = { mdtrt_id: 'M', psn_no: 'P', med_type: '14', begntime: '2025-01-01 08:00:00' };
    expect(read(hospital('2203A'), { mdtrtinfo: { ...visit, rxfilename: 'r.pdf' } }).value).toMatchObject({
      mdtrtinfo: { ...visit, rxfilename: 'r.pdf' },
    });
    const dise = { diag_type: '1', diag_srt_no: '1', diag_code: 'I10' };
    expect(read(hospital('2203A'), { mdtrtinfo: [visit], diseinfo: dise }).value).toEqual({
      mdtrtinfo: visit,
      diseinfo: [{ ...dise, diag_srt_no: 1 }],
    });
  });

  it('2206A and 2207A read like 2206 and 2207 and are marked reconstructed', () => {
    expect(hospital('2207A').input).toEqual(hospital('2207').input.map((node) => ({
      ...node, fidelity: 'reconstructed', fields: node.fields.map((field) => ({ ...field, fidelity: 'reconstructed' })),
    }))); // prettier-ignore
    expect(read(hospital('2206A'), { mdtrtinfo: { medfee_sumamt: '10' } }).value).toEqual({
      data: { medfee_sumamt: 1_000 },
    });
  });

  it('1301 is another transaction at each door', () => {
    expect(tableOf('hospital', '1301').name).toBe('西药中成药目录下载');
    expect(tableOf('national', '1301').name).toBe('冲正');
    const sent = { oinfno: '1107', omsgid: 'M', certno: '110000', mdtrtarea_admvs: '440300', insu_admdvs: '110000' };
    expect(read(tableOf('national', '1301'), { data: sent }).value).toEqual({
      data: { oinfno: '1107', omsgid: 'M', ssn: '110000', mdtrtarea: '440300', insuplc: '110000' },
    });
  });
});
