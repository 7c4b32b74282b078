import { beforeEach, describe, expect, it } from 'vitest';
import type { Output as Settled } from '../../src/platform/transactions/hospital/2207-outpatient-settle/wire.gen.ts';
import { audit, opening } from '../support/audit.ts';
import type { Opening } from '../support/audit/all-books.ts';
import { slowPlace } from '../support/slow-place.ts';
import { openWindow, type Window } from '../support/window.ts';
import { openTestWorld, type Answer, type TestWorld, type TestWorldOptions } from '../support/world.ts';

const SETTLED = 'H44030099001SETTLED';
const REFUNDED = 'H44030099001REFUNDED';

const HERE = '[就医地 深圳市]';
const UNKNOWN = `${HERE} 未查询到原交易或原交易未成功，无需冲正；该报文号已作废，请用新报文号重新发起`;
const REVERSED_ALREADY = `${HERE} 原报文已冲正，请用新报文号`;
const SUPERSEDED = `${HERE} 退费后的明细已撤销或已重新结算，不能冲正该笔退费`;

let world: TestWorld;
let window: Window;
let start: Opening;

/** A window at which batch B1 of 2000 元 waits to be settled. */
const open = async (options: TestWorldOptions = {}): Promise<void> => {
  world = await openTestWorld(options);
  start = opening(world.world.store.reader);
  window = await openWindow(world, { persona: 'xian-acceptance-worker', dise_codg: 'M06900' });
  await window.upload('B1', 2000);
};

const setlId = ({ err_msg, output }: Answer<Settled>): string => {
  expect(err_msg).toBeNull();
  return output.setlinfo.setl_id;
};

const done = ({ infcode, err_msg, output }: Answer): void => {
  expect({ infcode, err_msg, output: output as unknown }).toEqual({ infcode: 0, err_msg: null, output: null });
};

const effective = (book: 'treatment' | 'national' | 'insured'): string[] =>
  world.world.store.reader
    .settlementsOfVisit(book, window.mdtrt_id)
    .filter((row) => row.state === 'effective')
    .map((row) => row.setl_id);

/** What the person has and what the batch says: the same again after what has been undone. */
const standing = () => {
  const { reader } = world.world.store;
  const { psn_no, insutype, mdtrt_id } = window;
  return structuredClone({
    balance: reader.balance(psn_no, insutype),
    accumulators: reader.accumulators(psn_no, insutype).filter(({ amount }) => amount !== 0),
    batches: reader.batches(mdtrt_id),
    effective: [effective('treatment'), effective('national'), effective('insured')],
  });
};

/** Nothing broke inside and the three books agree, whatever the test did. */
const sound = async (): Promise<void> => {
  expect(world.defects).toEqual([]);
  expect(audit(world.world.store.reader, start)).toEqual([]);
  await world.close();
};

beforeEach(async () => {
  await open();
  return sound;
});

describe('2601 of a message that never came', () => {
  it('is refused, and the original is refused too when it comes late', async () => {
    expect((await window.reverse('NEVER', '2207')).err_msg).toBe(UNKNOWN);
    expect((await window.settle('B1', 2000, 'NEVER')).err_msg).toBe(REVERSED_ALREADY);
    setlId(await window.settle('B1', 2000));
  });

  it('leaves the same msgid free for another transaction', async () => {
    await window.reverse('NEVER', '2208');
    setlId(await window.settle('B1', 2000, 'NEVER'));
  });

  it('is refused once more when it is repeated', async () => {
    await window.reverse('NEVER', '2207');
    expect((await window.reverse('NEVER', '2207')).err_msg).toBe(UNKNOWN);
  });
});

describe('2601 of a message that was refused', () => {
  it('finds nothing to reverse, and the refused message cannot come again', async () => {
    expect((await window.settle('B1', 1999, SETTLED)).infcode).toBe(-1);
    expect((await window.reverse(SETTLED, '2207')).err_msg).toBe(UNKNOWN);
    expect((await window.settle('B1', 2000, SETTLED)).err_msg).toBe(REVERSED_ALREADY);
  });
});

describe('2601 of a settlement', () => {
  it('makes it as if it had never been: the money, the accumulators, the lines', async () => {
    const before = standing();
    setlId(await window.settle('B1', 2000, SETTLED));
    expect(standing()).not.toEqual(before);
    done(await window.reverse(SETTLED, '2207'));
    expect(standing()).toEqual(before);
    setlId(await window.settle('B1', 2000));
  });

  it('reverses 2207A under the number 2207, which is all that oinfno has room for', async () => {
    const { psn_no, mdtrt_id, insutype } = window;
    const { card } = world.persona('xian-acceptance-worker');
    const data = {
      psn_no, mdtrt_id, insutype, chrg_bchno: 'B1', medfee_sumamt: 2000, med_type: '14', mdtrt_cert_type: '03',
      mdtrt_cert_no: card?.card_no,
    }; // prettier-ignore
    setlId(await window.call('2207A', { data }, { msgid: SETTLED }));
    done(await window.reverse(SETTLED, '2207'));
    expect((await window.call('2207A', { data }, { msgid: SETTLED })).err_msg).toBe(REVERSED_ALREADY);
  });

  it('is refused while a refund stands against it, and says to reverse that first', async () => {
    await window.refund(setlId(await window.settle('B1', 2000, SETTLED)), REFUNDED);
    expect((await window.reverse(SETTLED, '2207')).err_msg).toBe(
      `${HERE} 该笔结算已退费，不能冲正结算；如需恢复请先冲正退费`,
    );
    done(await window.reverse(REFUNDED, '2208'));
    done(await window.reverse(SETTLED, '2207'));
  });

  it('is refused for another person and under the other number', async () => {
    setlId(await window.settle('B1', 2000, SETTLED));
    const mismatch = `${HERE} 冲正信息与原交易不符，请核对人员编号和交易编号`;
    const { psn_no } = world.persona('nanjing-worker-rheumatoid');
    const stranger = await window.call('2601', { data: { psn_no, omsgid: SETTLED, oinfno: '2207' } });
    expect(stranger.err_msg).toBe(mismatch);
    expect((await window.reverse(SETTLED, '2208')).err_msg).toBe(mismatch);
    done(await window.reverse(SETTLED, '2207'));
  });
});

describe('2601 once more', () => {
  it('under another msgid is refused: reversed already', async () => {
    setlId(await window.settle('B1', 2000, SETTLED));
    done(await window.reverse(SETTLED, '2207'));
    expect((await window.reverse(SETTLED, '2207')).err_msg).toBe(`${HERE} 该交易已冲正`);
  });

  it('under another msgid is a success without effect where the workspace says so', async () => {
    await open({ settings: { reversedAgain: 'ok' } });
    setlId(await window.settle('B1', 2000, SETTLED));
    done(await window.reverse(SETTLED, '2207'));
    const before = standing();
    done(await window.reverse(SETTLED, '2207'));
    expect(standing()).toEqual(before);
  });

  it('with the same message is the stored success, byte for byte', async () => {
    setlId(await window.settle('B1', 2000, SETTLED));
    const first = await window.reverse(SETTLED, '2207', 'H44030099001REVERSAL');
    world.setClock('2026-09-01 10:05:00');
    const again = await window.reverse(SETTLED, '2207', 'H44030099001REVERSAL');
    done(again);
    expect(again.bytes).toBe(first.bytes);
  });
});

describe('2601 of a transaction that cannot be reversed', () => {
  it.each(['2201', '2304', '9999', '1101', 'constructor', '__proto__'])('%s says so', async (oinfno) => {
    const { psn_no } = window;
    const answer = await window.call('2601', { data: { psn_no, omsgid: SETTLED, oinfno } });
    expect(answer.err_msg).toBe(`${HERE} 交易 ${oinfno} 不支持冲正，可冲正的交易为 2207、2208`);
  });
});

describe('2601 of a refund', () => {
  it('restores the settlement exactly', async () => {
    const setl_id = setlId(await window.settle('B1', 2000, SETTLED));
    const before = standing();
    const { output } = await window.refund(setl_id, REFUNDED);
    done(await window.reverse(REFUNDED, '2208'));
    expect(standing()).toEqual(before);
    const again = await window.refund(setl_id);
    expect(again.output.setldetail).toEqual(output.setldetail);
    expect(again.output.setlinfo.setl_id).not.toBe(output.setlinfo.setl_id);
  });

  it('is refused after 2205 has withdrawn its lines', async () => {
    await window.refund(setlId(await window.settle('B1', 2000, SETTLED)), REFUNDED);
    await withdraw();
    expect((await window.reverse(REFUNDED, '2208')).err_msg).toBe(SUPERSEDED);
  });

  it('is refused after the lines were uploaded anew under the same batch number', async () => {
    await window.refund(setlId(await window.settle('B1', 2000, SETTLED)), REFUNDED);
    await withdraw();
    await window.upload('B1', 2000);
    expect((await window.reverse(REFUNDED, '2208')).err_msg).toBe(SUPERSEDED);
  });

  it('is refused after more lines have joined the batch', async () => {
    await window.refund(setlId(await window.settle('B1', 2000, SETTLED)), REFUNDED);
    const { psn_no, mdtrt_id } = window;
    const more = {
      feedetl_sn: 'B1-2', mdtrt_id, psn_no, chrg_bchno: 'B1', dise_codg: 'M06900', med_list_codg: '003107010210000',
      det_item_fee_sumamt: 5, cnt: 1, pric: 5,
    }; // prettier-ignore
    expect((await window.call('2204', { feedetail: [more] })).infcode).toBe(0);
    expect((await window.reverse(REFUNDED, '2208')).err_msg).toBe(SUPERSEDED);
  });

  it('is refused after the lines were settled again, until that settlement is reversed', async () => {
    await window.refund(setlId(await window.settle('B1', 2000, SETTLED)), REFUNDED);
    setlId(await window.settle('B1', 2000, 'H44030099001AGAIN'));
    expect((await window.reverse(REFUNDED, '2208')).err_msg).toBe(SUPERSEDED);
    done(await window.reverse('H44030099001AGAIN', '2207'));
    done(await window.reverse(REFUNDED, '2208'));
  });

  it('is refused when the account money that it gave back has been spent since', async () => {
    await window.upload('B2', 20_000);
    const first = await window.settle('B1', 2000, SETTLED);
    await window.refund(setlId(first), REFUNDED);
    const second = await window.settle('B2', 20_000, 'H44030099001SPENT');
    expect(first.output.setlinfo.acct_pay).toBeGreaterThan(0);
    expect(second.output.setlinfo.balc).toBe(0);
    expect((await window.reverse(REFUNDED, '2208')).err_msg).toBe(
      '[参保地 西安市] 退费退回的个人账户余额已被使用，不能冲正该笔退费',
    );
    done(await window.reverse('H44030099001SPENT', '2207'));
    done(await window.reverse(REFUNDED, '2208'));
  });

  it('is refused after the visit was withdrawn', async () => {
    await window.refund(setlId(await window.settle('B1', 2000, SETTLED)), REFUNDED);
    await withdraw();
    const { psn_no, mdtrt_id } = window;
    done(await window.call('2202', { data: { psn_no, mdtrt_id, ipt_otp_no: 'OP0001' } }));
    expect((await window.reverse(REFUNDED, '2208')).err_msg).toBe(SUPERSEDED);
  });

  const withdraw = async (): Promise<void> => {
    const { psn_no, mdtrt_id } = window;
    done(await window.call('2205', { data: { psn_no, mdtrt_id, chrg_bchno: 'B1' } }));
  };
});

describe('a msgid that is used again with other content', () => {
  it('is refused', async () => {
    await window.upload('B2', 500);
    setlId(await window.settle('B1', 2000, SETTLED));
    expect((await window.settle('B2', 500, SETTLED)).err_msg).toBe(
      `${HERE} 报文号 msgid 已用于内容不同的交易，请用新报文号`,
    );
  });

  it('is a new message where the workspace says so, and a reversal names the latest that is effective', async () => {
    await open({ settings: { reusedMsgid: 'new' } });
    await window.upload('B2', 500);
    const first = setlId(await window.settle('B1', 2000, SETTLED));
    const second = setlId(await window.settle('B2', 500, SETTLED));
    expect(effective('insured')).toEqual([first, second]);
    done(await window.reverse(SETTLED, '2207'));
    expect(effective('insured')).toEqual([first]);
    done(await window.reverse(SETTLED, '2207'));
    expect(effective('insured')).toEqual([]);
  });
});

describe('a msgid whose outcome is unknown', () => {
  beforeEach(async () => {
    const silent = (question: { readonly infno: string }) =>
      question.infno === '1107' ? new Promise<void>(() => undefined) : Promise.resolve();
    await open({ insuredPlace: (_insuplc, running) => slowPlace(running, { after: silent, timeoutMs: 10 }) });
    expect((await window.settle('B1', 2000, SETTLED)).err_msg).toBe('[国家平台] 参保地无应答，结果未知，请发起冲正');
  });

  it('is not taken for anything else, at this visit or another', async () => {
    const reused = `${HERE} 报文号 msgid 已用于内容不同的交易，请用新报文号`;
    await window.upload('B2', 500);
    expect((await window.settle('B2', 500, SETTLED)).err_msg).toBe(reused);
    const elsewhere = await openWindow(world, { persona: 'nanjing-worker-rheumatoid', dise_codg: 'M06900' });
    await elsewhere.upload('B1', 100);
    expect((await elsewhere.settle('B1', 100, SETTLED)).err_msg).toBe(reused);
  });

  it('is reversed for the person of its visit, and for nobody else', async () => {
    const { psn_no } = world.persona('nanjing-worker-rheumatoid');
    const stranger = await window.call('2601', { data: { psn_no, omsgid: SETTLED, oinfno: '2207' } });
    expect(stranger.err_msg).toBe(`${HERE} 冲正信息与原交易不符，请核对人员编号和交易编号`);
    done(await window.reverse(SETTLED, '2207'));
    expect(effective('insured')).toEqual([]);
  });
});

describe('messages that come at once', () => {
  it('fifty copies of one 2207 have one effect and equal answers', async () => {
    const copies = Array.from({ length: 50 }, () => window.settle('B1', 2000, SETTLED));
    const answers = await Promise.all(copies);
    expect(new Set(answers.map(({ bytes }) => bytes)).size).toBe(1);
    expect(answers[0]?.infcode).toBe(0);
    expect(effective('treatment')).toHaveLength(1);
    expect(effective('insured')).toHaveLength(1);
  });

  it('the same where the insured place answers in a turn of its own', async () => {
    await open({ insuredPlace: (_insuplc, running) => slowPlace(running) });
    const answers = await Promise.all(Array.from({ length: 50 }, () => window.settle('B1', 2000, SETTLED)));
    expect(new Set(answers.map(({ bytes }) => bytes)).size).toBe(1);
    expect(answers[0]?.infcode).toBe(0);
    expect(effective('insured')).toHaveLength(1);
  });

  it('of two windows that settle one batch one wins', async () => {
    const answers = await Promise.all([window.settle('B1', 2000, 'WINDOW1'), window.settle('B1', 2000, 'WINDOW2')]);
    expect(answers.filter(({ infcode }) => infcode === 0)).toHaveLength(1);
    expect(answers.find(({ infcode }) => infcode === -1)?.err_msg).toBe(`${HERE} 该收费批次已结算，请勿重复结算`);
    expect(effective('treatment')).toHaveLength(1);
  });

  it('a settlement and its reversal come to nothing, whichever is first', async () => {
    const before = standing();
    await Promise.all([window.reverse(SETTLED, '2207'), window.settle('B1', 2000, SETTLED)]);
    expect(standing()).toEqual(before);
  });

  it('fifty copies of a refund and of its reversal have one effect each', async () => {
    const setl_id = setlId(await window.settle('B1', 2000, SETTLED));
    const before = standing();
    const refunds = await Promise.all(Array.from({ length: 50 }, () => window.refund(setl_id, REFUNDED)));
    expect(new Set(refunds.map(({ bytes }) => bytes)).size).toBe(1);
    const reversals = await Promise.all(Array.from({ length: 50 }, () => window.reverse(REFUNDED, '2208', 'REVERSAL')));
    expect(new Set(reversals.map(({ bytes }) => bytes)).size).toBe(1);
    expect(standing()).toEqual(before);
  });
});
