import { beforeAll, describe, expect, it } from 'vitest';
import { DICTIONARY, HOSPITAL, openCounter } from '../../counter.ts';
import { settle, type Settled } from '../../settle.ts';

const counter = openCounter();

type Miss = {
  readonly field: string;
  readonly name: string;
  readonly came: string;
  readonly allowed: string;
  readonly clause: string;
  readonly closest: readonly string[];
};
type NearMiss = { readonly refusal: string; readonly misses: readonly Miss[] };

let settled: Settled;
beforeAll(async () => {
  settled = await settle(counter);
});

let serial = 0;

/** Sends a message that is refused, and asks what it nearly was. */
const nearMissOf = async (infno: string, input: object, envelope: object = {}): Promise<NearMiss> => {
  serial += 1;
  const msgid = `${HOSPITAL}20260901110000${String(serial).padStart(4, '0')}`;
  const response = await counter.post(`/fsi/api/call`, { infno, msgid, insuplc_admdvs: '610100', ...envelope, input });
  const trace = response.headers.get('x-kuasheng-trace') ?? '';
  return (await counter.control<NearMiss>('GET', `/_sandbox/journal/${trace}/near-miss`)).json;
};

describe('of a refused message is told', () => {
  it('the needed fields that did not come, with an example and the clause', async () => {
    const { misses, refusal } = await nearMissOf('2205', { data: { chrg_bchno: 'B1' } });
    expect(refusal).toBe('fields-missing');
    expect(misses.map(({ field }) => field)).toEqual(['input.data.mdtrt_id', 'input.data.psn_no']);
    expect(misses[0]).toMatchObject({
      name: '就诊ID',
      came: '',
      allowed: '字符型(30)，必填',
      clause: expect.stringMatching(/^2205 门诊费用明细信息撤销 入参 data：.+（规范所载）$/) as string,
      closest: ['{mdtrt_id}'],
    });
  });

  it('in a strict workspace each breach, with the nearest code, spelling and length', async () => {
    await counter.control('PATCH', '/_sandbox/settings', { strict: true });
    const { misses, refusal } = await nearMissOf(
      '2203',
      {
        mdtrtinfo: {
          mdtrt_id: settled.mdtrt_id, psn_no: settled.psn_no, med_type: '门诊慢特病', begntime: '2026/9/1',
          birctrl_type: '2x',
        },
      },
      { infver: '1.0.0.0.0' },
    ); // prettier-ignore
    await counter.control('PATCH', '/_sandbox/settings', { strict: false });
    expect(refusal).toBe('fields-invalid');
    const byField = new Map(misses.map((one) => [one.field, one]));
    expect(byField.get('input.mdtrtinfo.med_type')).toMatchObject({
      name: '医疗类别',
      came: '门诊慢特病',
      allowed: expect.stringContaining('码表 med_type：') as string,
      closest: ['14 门诊慢特病'],
    });
    expect(byField.get('input.mdtrtinfo.begntime')?.closest).toEqual(['2026-09-01 00:00:00']);
    expect(byField.get('infver')).toMatchObject({ clause: expect.stringContaining('报文头') as string });
  });

  it('the nearest institution, and the nearest transaction', async () => {
    const institution = await nearMissOf('1901', DICTIONARY.input, { fixmedins_code: 'H4403009901' });
    expect(institution.misses).toMatchObject([
      { field: 'fixmedins_code', name: '定点医药机构编号', came: 'H4403009901' },
    ]);
    expect(institution.misses[0]?.closest).toContain('H44030099001 深圳市沙箱第一人民医院');
    expect((await nearMissOf('22O7', {})).misses[0]?.closest).toContain('2207');
  });

  it('of a msgid that is used again, in what it differs from the first message', async () => {
    const msgid = `${HOSPITAL}202609011200000009`;
    const message = { infno: '9001', msgid, input: { signIn: { opter_no: 'S001', mac: 'A', ip: '1' } } };
    await counter.post('/fsi/api/9001', message);
    const { misses } = await nearMissOf('9001', { signIn: { opter_no: 'S002', mac: 'A', ip: '1' } }, { msgid });
    expect(misses).toMatchObject([
      { field: 'msgid', came: msgid, closest: [`${HOSPITAL}202609011200000010`] },
      { field: 'input.signIn.opter_no', name: '操作员编号', came: 'S002', closest: ['S001'] },
    ]);
  });

  it('the nearest person, visit, batch and settlement that there are', async () => {
    const person = await nearMissOf('1101', {
      data: { mdtrt_cert_type: '03', mdtrt_cert_no: 'K99000O01', card_sn: 'X' },
    });
    expect(person.misses.find(({ field }) => field.endsWith('mdtrt_cert_no'))?.closest[0]).toContain(
      'K99000001 秦双慢',
    );

    const { mdtrt_id, psn_no, setl_id } = settled;
    const visit = await nearMissOf('2205', { data: { mdtrt_id: `${mdtrt_id}0`, psn_no, chrg_bchno: 'B1' } });
    expect(visit.misses).toMatchObject([{ field: 'input.data.mdtrt_id', closest: [mdtrt_id] }]);
    const stranger = await nearMissOf('2205', { data: { mdtrt_id, psn_no: 'P0', chrg_bchno: 'B1' } });
    expect(stranger.misses).toMatchObject([{ field: 'input.data.psn_no', came: 'P0', closest: [psn_no] }]);

    await settled.send('2204', {
      feedetail: [
        {
          feedetl_sn: '9', mdtrt_id, psn_no, chrg_bchno: 'B12', dise_codg: 'M03900', med_list_codg: '003107010210000',
          medins_list_codg: 'HIS1', cnt: 1, pric: 160, det_item_fee_sumamt: 160, rx_circ_flag: '0',
        },
      ],
    }); // prettier-ignore
    const credential = {
      mdtrt_cert_type: '03',
      mdtrt_cert_no: 'K99000001',
      card_sn: '610100D15600000500FFFF0000000001',
    };
    const claim = { psn_no, mdtrt_id, med_type: '14', insutype: '310', acct_used_flag: '1', ...credential };
    const batch = await nearMissOf('2207', { data: { ...claim, chrg_bchno: 'B2', medfee_sumamt: 160 } });
    expect(batch.misses).toMatchObject([{ came: 'B2', closest: ['B12（1 条，合计 160.00）'] }]);
    const total = await nearMissOf('2207', { data: { ...claim, chrg_bchno: 'B12', medfee_sumamt: 161.5 } });
    expect(total.misses).toMatchObject([{ field: 'input.data.medfee_sumamt', came: '161.50', closest: ['160.00'] }]);

    const refund = await nearMissOf('2208', { data: { setl_id: `${setl_id.slice(0, -1)}9`, mdtrt_id, psn_no } });
    expect(refund.misses).toMatchObject([{ closest: [`${setl_id}（有效）`] }]);
    const reversal = await nearMissOf('2601', {
      data: { psn_no, omsgid: 'H4403009900120260901100000000O', oinfno: '2207' },
    });
    expect(reversal.misses[0]?.closest[0]).toMatch(/^H4403009900120260901100000\d{4}（\d{4}）$/);
  });

  it('nothing where nothing is known, and never of a message that went well', async () => {
    expect((await nearMissOf('3101', { data: {} })).misses).toEqual([]);
    expect((await counter.control('GET', `/_sandbox/journal/${settled.trace}/near-miss`)).status).toBe(409);
    expect((await counter.control('GET', '/_sandbox/journal/T0/near-miss')).status).toBe(404);
  });
});
