import { LosslessNumber } from 'lossless-json';
import { describe, expect, it } from 'vitest';
import { fillInput, without } from '../../../../../src/platform/features/scenario/fill/fill-input.ts';
import { NoSuchValue, resolved } from '../../../../../src/platform/features/scenario/fill/resolved.ts';

const VARIABLES = {
  who: { psn_no: 'P1', insutype: '310' },
  visit: { mdtrt_id: 'S1' },
  treatment: { dise_codg: 'M03900', med_type: '14' },
  now: '2026-09-01 10:00:00',
};

describe('the input of a message', () => {
  it('is what a HIS usually sends, over it what the file says', () => {
    expect(fillInput('2208', { data: { setl_id: 'J9' } }, VARIABLES)).toEqual({
      data: { setl_id: 'J9', mdtrt_id: 'S1', psn_no: 'P1' },
    });
  });

  it('completes each row of a list, and reckons its amount to the 分', () => {
    const row = { med_list_codg: 'X1', cnt: new LosslessNumber('3'), pric: new LosslessNumber('3.335') };
    const { feedetail } = fillInput('2204', { feedetail: [row, { ...row, feedetl_sn: '7' }] }, VARIABLES);
    expect(feedetail).toMatchObject([
      { feedetl_sn: '1', mdtrt_id: 'S1', dise_codg: 'M03900', det_item_fee_sumamt: '10.01', med_list_codg: 'X1' },
      { feedetl_sn: '7', psn_no: 'P1', medins_list_codg: 'HIS002' },
    ]);
  });

  it('is 门诊慢特病 with a disease and 普通门诊 without one, and leaves out what nobody knows', () => {
    const treated = { mdtrtinfo: { dise_codg: 'M03900' } };
    expect(fillInput('2203', treated, VARIABLES)).toMatchObject({ mdtrtinfo: { med_type: '14', mdtrt_id: 'S1' } });
    expect(fillInput('2203', {}, VARIABLES)).toMatchObject({ mdtrtinfo: { med_type: '11' }, diseinfo: [] });
    expect(fillInput('2204', { feedetail: [{}] }, { now: '2026' })['feedetail']).toEqual([
      expect.not.objectContaining({ mdtrt_id: expect.anything() as unknown }),
    ]);
  });

  it('of a transaction without a usual input is what the file says', () => {
    expect(fillInput('1312', { data: { page_num: '1' } }, VARIABLES)).toEqual({ data: { page_num: '1' } });
  });

  it('can lack a field', () => {
    const input = { data: { a: '1', b: '2' }, rows: [{ a: '1' }, { a: '2', c: '3' }] };
    expect(without(input, 'data.a')).toEqual({ ...input, data: { b: '2' } });
    expect(without(input, 'rows.1.a')).toEqual({ ...input, rows: [{ a: '1' }, { c: '3' }] });
    expect(without(input, 'nothing.there')).toEqual(input);
  });
});

describe('a reference', () => {
  it('that stands alone is the value itself, inside a text its text', () => {
    const variables = { paid: { rows: [{ a: '1' }], amount: '260.50' } };
    expect(resolved({ a: '${paid.rows}', b: '-${paid.amount}', c: '${paid.rows.0.a}' }, variables)).toEqual({
      a: [{ a: '1' }],
      b: '-260.50',
      c: '1',
    });
  });

  it('that leads nowhere says what there is', () => {
    expect(() => resolved('${paid.setlid}', { paid: { setl_id: 'J1' } })).toThrow(
      new NoSuchValue('${paid.setlid} 没有值：paid 有 setl_id'),
    );
    expect(() => resolved('${paid.a}', {})).toThrow('还没有变量 paid');
    expect(() => resolved('${paid.__proto__.x}', { paid: {} })).toThrow(NoSuchValue);
  });
});
