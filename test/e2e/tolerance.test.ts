import iconv from 'iconv-lite';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Output as Uploaded } from '../../src/platform/transactions/hospital/2204-upload-fees/wire.gen.ts';
import type { Output as Settled } from '../../src/platform/transactions/hospital/2207-outpatient-settle/wire.gen.ts';
import { openWindow, type Window } from '../support/window.ts';
import { HOSPITAL, openTestWorld, type Answer, type TestWorld, type TestWorldOptions } from '../support/world.ts';

/*
 * What real clients send and no document prints: taken as meant, listed where the table says otherwise. Every message
 * here would have no violation at all if it were not for the one thing that the test is about.
 */

let world: TestWorld;
let window: Window;

type Fields = Readonly<Record<string, unknown>>;

const open = async (options: TestWorldOptions = {}): Promise<void> => {
  world = await openTestWorld(options);
  window = await openWindow(world, { persona: 'xian-worker-hypertension-diabetes', dise_codg: 'M03900' });
};

/** A fee line with everything that the table requires. */
const line = (more: Fields = {}): Fields => ({
  feedetl_sn: '1', mdtrt_id: window.mdtrt_id, psn_no: window.psn_no, chrg_bchno: 'B1', dise_codg: 'M03900',
  rx_circ_flag: '0', fee_ocur_time: '2026-09-01 09:30:00', med_list_codg: '003107010210000', medins_list_codg: 'HIS1',
  det_item_fee_sumamt: 33.3, cnt: 3, pric: 11.1, bilg_dept_codg: 'A03', bilg_dept_name: '心血管内科',
  bilg_dr_codg: 'D440300999001', bilg_dr_name: '沙箱医生', hosp_appr_flag: '0', ...more,
}); // prettier-ignore

const upload = (more: Fields = {}, envelope: Fields = {}): Promise<Answer<Uploaded>> =>
  window.call('2204', { feedetail: [line(more)] }, envelope);

/** A claim with everything that the table requires, for the one line of batch B1. */
const claim = (more: Fields = {}): Fields => {
  const { card, certno } = world.persona('xian-worker-hypertension-diabetes');
  const { mdtrt_id, psn_no, insutype } = window;
  return {
    psn_no, mdtrt_cert_type: '03', mdtrt_cert_no: card?.card_no, card_sn: card?.card_sn, psn_cert_type: '01', certno,
    med_type: '14', medfee_sumamt: 33.3, psn_setlway: '01', mdtrt_id, chrg_bchno: 'B1', insutype, acct_used_flag: '1',
    invono: 'FP1', fulamt_ownpay_amt: 0, overlmt_selfpay: 0, preselfpay_amt: 1.67, inscp_scp_amt: 31.63, ...more,
  }; // prettier-ignore
};

/** The whole message as the bytes of a body, for what an object cannot hold. */
const body = (infno: string, input: unknown, more: Fields = {}): string =>
  JSON.stringify({
    infno, msgid: 'H44030099001BODY', mdtrtarea_admvs: '440300', insuplc_admdvs: '610100', recer_sys_code: 'YBXT',
    infver: '1.0.0', opter_type: '1', opter: 'S001', opter_name: '收费员', inf_time: '2026-09-01 10:00:00',
    fixmedins_code: HOSPITAL, fixmedins_name: '深圳市沙箱第一人民医院', input, ...more,
  }); // prettier-ignore

const taken = ({ err_msg, violations }: Answer, expected: readonly string[] = []): void => {
  expect({ err_msg, violations }).toEqual({ err_msg: null, violations: expected });
};

const refused = ({ err_msg, violations }: Answer, text: string, expected: readonly string[]): void => {
  expect({ err_msg, violations }).toEqual({ err_msg: `[就医地 深圳市] ${text}`, violations: expected });
};

beforeEach(async () => {
  await open();
  return async () => {
    expect(world.defects).toEqual([]);
    await world.close();
  };
});

describe('numbers', () => {
  it('may be text', async () => {
    const answer = await upload({ det_item_fee_sumamt: '33.30', cnt: '3', pric: ' 11.100000 ' });
    taken(answer);
    expect(answer.output.result[0]).toMatchObject({
      det_item_fee_sumamt: 33.3,
      cnt: 3,
      pric: 11.1,
      preselfpay_amt: 1.67,
    });
  });

  it('may carry the noise of a client that reckons in floating point: it is rounded off and listed', async () => {
    const answer = await upload({ det_item_fee_sumamt: 33.300000000000004, pric: 11.100000000000001 });
    taken(answer, ['input.feedetail[0].det_item_fee_sumamt:scale', 'input.feedetail[0].pric:scale']);
    expect(answer.output.result[0]).toMatchObject({ det_item_fee_sumamt: 33.3, pric: 11.1 });
  });

  it('are not guessed: an amount finer than 分 is refused', async () => {
    refused(
      await upload({ det_item_fee_sumamt: 33.305 }),
      '报文缺少办理所需的字段：' +
        '明细项目费用总额（input.feedetail[0].det_item_fee_sumamt）收到“33.305”，应为最多 2 位小数，未采用',
      ['input.feedetail[0].det_item_fee_sumamt:scale'],
    );
  });
});

describe('numbers that are names', () => {
  it('survive into the answer, all thirty digits, though the client sent a number', async () => {
    const sn = '123456789012345678901234567890';
    const text = body('2204', { feedetail: [line({ feedetl_sn: 'SERIAL' })] }).replace('"SERIAL"', sn);
    const answer = await world.post(text);
    taken(answer);
    expect(answer.bytes).toContain(`"feedetl_sn":"${sn}"`);
  });

  it('are found by the number that the client sent as a number', async () => {
    const text = body('5206', { data: { psn_no: 'PERSON' } }).replace('"PERSON"', window.psn_no);
    taken(await world.post(text));
  });
});

describe('rows', () => {
  it('may be one object where the table has many', async () => {
    taken(await window.call('2204', { feedetail: line() }));
  });

  it('may be a list of one where the table has one', async () => {
    taken(await upload());
    taken(await window.call('2207', { data: [claim()] }));
  });

  it('beyond the first are left out, and listed, where the table has one', async () => {
    taken(await upload());
    taken(await window.call('2207', { data: [claim(), claim({ chrg_bchno: 'B9' })] }), ['input.data:rows']);
  });

  it('may be JSON inside a text', async () => {
    taken(await window.call('2204', { feedetail: JSON.stringify([line()]) }));
  });
});

describe('nodes', () => {
  it('may be called mdtrtinfo where the document says data', async () => {
    taken(await upload());
    taken(await window.call('2207', { mdtrtinfo: claim() }));
  });

  it('may be left out where there is only one', async () => {
    taken(await upload());
    taken(await window.call('2207', claim()));
  });

  it('may be spelled in other letters: Input, Data, REFD_SETL_FLAG', async () => {
    taken(await world.post(body('2204', undefined, { Input: { FeeDetail: [line({ cnt: undefined, CNT: 3 })] } })));
    await open();
    taken(await world.post(body('2204', undefined, { INPUT: { feedetail: [line()] } })));
  });

  it('may come as JSON inside a text, the whole input', async () => {
    taken(await world.post(body('2204', JSON.stringify({ feedetail: [line()] }))));
  });

  it('and fields that no table has are passed over', async () => {
    taken(await window.call('2204', { feedetail: [line({ his_note: 'x', undefined: null })], extra: { a: [1] } }));
  });
});

describe('values that are none', () => {
  it.each([null, '', 'null', undefined])('%j is as good as not there', async (nothing) => {
    taken(await upload({ rxno: nothing, memo: nothing, dise_codg: nothing }));
  });

  it.each([null, '', 'null', undefined])(
    '%j is missing where the table requires a value, which is listed',
    async (nothing) => {
      taken(await upload({ bilg_dr_name: nothing }), ['input.feedetail[0].bilg_dr_name:missing']);
    },
  );

  it('are refused, all of them together, where the decision cannot do without', async () => {
    refused(
      await upload({ cnt: null, pric: '', med_list_codg: 'null' }),
      '报文缺少办理所需的字段：input.feedetail[0].med_list_codg（医疗目录编码）；input.feedetail[0].cnt（数量）；input.feedetail[0].pric（单价）',
      ['input.feedetail[0].med_list_codg:missing', 'input.feedetail[0].cnt:missing', 'input.feedetail[0].pric:missing'],
    );
  });
});

describe('the envelope', () => {
  it.each([
    ['20260901100000', ['inf_time:format']],
    ['2026-09-01T10:00:00', ['inf_time:format']],
    ['2026-09-01 10:00:00.123', ['inf_time:format']],
    ['yesterday', ['inf_time:format']],
  ])('takes inf_time %s', async (inf_time, violations) => {
    taken(await upload({}, { inf_time }), violations);
  });

  it.each([
    ['V1.0', []],
    ['1', []],
    ['V1.1.27', ['infver:length']],
  ])('takes infver %s', async (infver, violations) => {
    taken(await upload({}, { infver }), violations);
  });

  it.each(['1', 'a b', '流水-1', '{"a":1}', `${HOSPITAL}20260901100000ABCD`, '123456789012345678901234567890'])(
    'takes the msgid %s, and answers it as medins_setl_id',
    async (msgid) => {
      await upload();
      const answer: Answer<Settled> = await window.call('2207', { data: claim() }, { msgid });
      taken(answer);
      expect(answer.output.setlinfo.medins_setl_id).toBe(msgid);
      expect((await window.call('2207', { data: claim() }, { msgid })).bytes).toBe(answer.bytes);
    },
  );

  it('takes a msgid that is a number', async () => {
    taken(await upload({}, { msgid: 20260901 }));
  });

  it('lists a msgid of more than thirty characters and takes it', async () => {
    taken(await upload({}, { msgid: 'x'.repeat(31) }), ['msgid:length']);
  });

  it('cannot do without the msgid of a message that changes something', async () => {
    refused(await upload({}, { msgid: null }), '报文缺少办理所需的字段：msgid（发送方报文ID）', ['msgid:missing']);
  });

  it.each(['44', '440300999', 'x', ''])(
    'answers with thirty digits to mdtrtarea_admvs %j, which is no area',
    async (area) => {
      const { bytes } = await window.call('1203', {}, { mdtrtarea_admvs: area });
      expect(bytes).toMatch(/^\{"infcode":-1,"inf_refmsgid":"000000\d{24}"/);
      taken(await upload({}, { mdtrtarea_admvs: '440305' }));
    },
  );

  it('may spell the areas either way', async () => {
    const areas = {
      mdtrtarea_admvs: undefined,
      mdtrtarea_admdvs: '440300',
      insuplc_admdvs: undefined,
      insuplc_admvs: '610100',
    };
    taken(await world.post(body('2204', { feedetail: [line()] }, areas)));
  });

  it('may be GBK, in a form, or JSON inside JSON', async () => {
    const text = body('5206', { data: { psn_no: window.psn_no } });
    taken(await world.post(Uint8Array.from(iconv.encode(text, 'gbk')), 'application/json;charset=GBK'));
    taken(await world.post(`data=${encodeURIComponent(text)}`, 'application/x-www-form-urlencoded'));
    taken(await world.post(JSON.stringify(text)));
  });
});

describe('dates', () => {
  it.each(['20260901093000', '2026-09-01T09:30:00', '2026-09-01T01:30:00Z', '2026/9/1 09:30'])(
    '%s is a moment, and listed',
    async (fee_ocur_time) => {
      taken(await upload({ fee_ocur_time }), ['input.feedetail[0].fee_ocur_time:format']);
      const batch = world.world.store.reader.batch(window.mdtrt_id, 'B1');
      expect(batch?.lines[0]?.fee_ocur_time).toBe('2026-09-01 09:30:00');
    },
  );

  it.each(['2026-02-30', '9999-12-31T23:59:59Z', 'x', {}])(
    '%j is none: listed, and now is taken',
    async (fee_ocur_time) => {
      taken(await upload({ fee_ocur_time }), ['input.feedetail[0].fee_ocur_time:format']);
      const batch = world.world.store.reader.batch(window.mdtrt_id, 'B1');
      expect(batch?.lines[0]?.fee_ocur_time).toBe('2026-09-01 10:00:00');
    },
  );
});

describe('values that the document does not allow', () => {
  it('are listed and taken where the decision can do without', async () => {
    const more = { hosp_appr_flag: '9', bilg_dept_name: '科'.repeat(101), prd_days: 'x' };
    taken(await upload(more), [
      'input.feedetail[0].prd_days:type',
      'input.feedetail[0].bilg_dept_name:length',
      'input.feedetail[0].hosp_appr_flag:codes',
    ]);
  });
});

describe('a strict workspace', () => {
  let strict = false;

  beforeEach(async () => {
    strict = false;
    await open({
      settings: {
        get strict() {
          return strict;
        },
      },
    });
    strict = true;
  });

  it('takes what keeps to the document', async () => {
    taken(await upload());
  });

  it.each([
    [{ det_item_fee_sumamt: 33.300000000000004 }, {}, 'input.feedetail[0].det_item_fee_sumamt:scale'],
    [{ bilg_dr_name: null }, {}, 'input.feedetail[0].bilg_dr_name:missing'],
    [{ fee_ocur_time: '20260901093000' }, {}, 'input.feedetail[0].fee_ocur_time:format'],
    [{ hosp_appr_flag: '9' }, {}, 'input.feedetail[0].hosp_appr_flag:codes'],
    [{}, { inf_time: '20260901100000' }, 'inf_time:format'],
    [{}, { infver: 'V1.1.27' }, 'infver:length'],
  ])('refuses %j under %j, which is listed elsewhere', async (more, envelope, violation) => {
    const { infcode, violations } = await upload(more, envelope);
    expect({ infcode, violations }).toEqual({ infcode: -1, violations: [violation] });
  });

  it('names what came and what is allowed', async () => {
    refused(
      await upload({ hosp_appr_flag: '9' }),
      '报文不符合接口表：医院审批标志（input.feedetail[0].hosp_appr_flag）收到“9”，应为0 无须审批、1 审批通过、2 审批不通过',
      ['input.feedetail[0].hosp_appr_flag:codes'],
    );
    refused(
      await upload({}, { inf_time: '20260901100000', infver: 'V1.1.27' }),
      '报文不符合接口表：接口版本号（infver）收到“V1.1.27”，应为字符型(6)，实为 7 个字符；' +
        '交易时间（inf_time）收到“20260901100000”，应为日期时间型 yyyy-MM-dd HH:mm:ss，按 2026-09-01 10:00:00 处理',
      ['infver:length', 'inf_time:format'],
    );
  });
});
