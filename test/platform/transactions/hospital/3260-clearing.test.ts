import { describe, expect, it } from 'vitest';
import type { Output } from '../../../../src/platform/transactions/hospital/3260-clearing-details/wire.gen.ts';
import { slowPlace } from '../../../support/slow-place.ts';
import { confirmation, openClearingDesk, type Detail } from '../../../support/clearing.ts';
import { openTestWorld, type TestWorld } from '../../../support/world.ts';

const numbers = (rows: readonly Detail[]): string[] => rows.map((row) => row.setl_sn);

/** A desk with two settlements of September, 1000 and 200 元, on a day of October. */
const twoOfSeptember = async (world: TestWorld, today = '2026-10-05 09:00:00') => {
  const desk = await openClearingDesk(world);
  const first = await desk.settle('B1', 1000, 'MSG-B1');
  const second = await desk.settle('B2', 200, 'MSG-B2');
  world.setClock(today);
  return { desk, first, second };
};

describe('3260 提取异地清分明细', () => {
  it('lists settlements and refunds of visitors from elsewhere as they were settled', async () => {
    const world = await openTestWorld();
    const { desk, first, second } = await twoOfSeptember(world, '2026-09-20 08:00:00');
    const refund = (await desk.window.refund(first)).output.setlinfo;
    const rows = await desk.details('202609');
    expect(numbers(rows)).toEqual([first, second, refund.setl_id]);
    expect(rows[2]).toEqual({
      seqno: 3,
      mdtrtarea: '440300',
      medins_no: 'H44030099001',
      certno: world.persona('xian-worker-hypertension-diabetes').certno,
      mdtrt_id: desk.window.mdtrt_id,
      mdtrt_setl_time: '2026-09-20 08:00:00',
      setl_sn: refund.setl_id,
      fulamt_advpay_flag: '0',
      medfee_sumamt: -1000,
      optins_pay_sumamt: refund.fund_pay_sumamt,
    });
    expect(rows[0]?.optins_pay_sumamt).toBe(-refund.fund_pay_sumamt);
  });

  it('leaves out who is insured here, what was reversed, and other hospitals', async () => {
    const world = await openTestWorld();
    const { desk, first, second } = await twoOfSeptember(world, '2026-09-02 08:00:00');
    const home = await openClearingDesk(world, 'xian-worker-hypertension-diabetes', 'H61010099001');
    await home.settle('B9', 50);
    expect(await home.details('202609')).toEqual([]);
    await desk.window.reverse('MSG-B1', '2207');
    expect(numbers(await desk.details('202609'))).toEqual([second]);
    expect(first).not.toBe(second);
  });

  it('gives pages from a row on, and nothing past the end', async () => {
    const world = await openTestWorld();
    const { desk, second } = await twoOfSeptember(world);
    expect(await desk.details('202609', 2)).toMatchObject([{ seqno: 2, setl_sn: second }]);
    expect(await desk.details('202609', 3)).toEqual([]);
    expect(await desk.details('202610')).toEqual([]);
    const refused = await world.call('3260', { data: { trt_year: '2026', trt_month: '09', startrow: 0 } });
    expect(refused.err_msg).toBe('[就医地 深圳市] 起始行 startrow（0）应为从 1 起的整数');
  });

  it('gives a hundred rows at once', async () => {
    const world = await openTestWorld();
    const { desk, first } = await twoOfSeptember(world);
    const row = world.world.store.reader.settlement('treatment', first);
    const copies = Array.from({ length: 150 }, (_, index) => `A610100260901${String(9_000 + index).padStart(7, '0')}`);
    await world.add(...copies.map((setl_id) => ({ kind: 'settlement.add', settlement: { ...row, setl_id } }) as never));
    expect(await desk.details('202609')).toHaveLength(100);
    expect(await desk.details('202609', 101)).toHaveLength(52);
  });

  it('takes a month without its zero as meant, and refuses what is no month', async () => {
    const world = await openTestWorld();
    await twoOfSeptember(world);
    const ask = (trt_year: string, trt_month: string) => world.call<Output>('3260', { data: { trt_year, trt_month } });
    expect((await ask('2026', '9')).output.data).toHaveLength(2);
    expect((await ask('2026', '13')).err_msg).toBe(
      '[就医地 深圳市] 结算年度 trt_year（2026）和结算月份 trt_month（13）应为四位年、两位月，如 2026 和 09',
    );
  });
});

describe('3261 异地清分结果确认', () => {
  it('takes rows into the month; 3260 still lists them there, for ever', async () => {
    const world = await openTestWorld();
    const { desk, first, second } = await twoOfSeptember(world);
    expect((await desk.confirm('202609', await desk.details('202609'))).answer).toMatchObject({
      infcode: 0,
      output: null,
    });
    world.setClock('2027-03-01 00:00:00');
    expect(numbers(await desk.details('202609'))).toEqual([first, second]);
    expect(await desk.details('202611')).toEqual([]);
  });

  it.each([
    ['2026-09-30 23:59:59', '尚未开始，请到期办理'],
    [
      '2026-10-09 00:00:00',
      '已经截止，未确认的明细已转入后一个月，请提取当前月份核对；' +
        '已确认而不应收费的请办理退费 2208，负数进入退费当月的清分',
    ],
  ])('is not open on %s', async (today, why) => {
    const world = await openTestWorld();
    const { desk } = await twoOfSeptember(world, today);
    const rows = [...(await desk.details('202609')), ...(await desk.details('202610'))];
    const { answer } = await desk.confirm('202609', rows);
    expect(answer.err_msg).toBe(
      `[就医地 深圳市] 2026年09月的清分结果只能在 2026-10-01 至 2026-10-08 确认或回退：${why}`,
    );
  });

  it('closes earlier where the place says so', async () => {
    const world = await openTestWorld({ settings: { clearingDeadline: 5 } });
    const { desk } = await twoOfSeptember(world, '2026-10-06 00:00:00');
    expect((await desk.confirm('202609', await desk.details('202610'))).answer.err_msg).toContain('至 2026-10-05');
    expect(await desk.details('202610')).toHaveLength(2);
  });

  it('checks every field of every row and keeps nothing of a message with a wrong one', async () => {
    const world = await openTestWorld();
    const { desk, first, second } = await twoOfSeptember(world);
    const [a, b] = (await desk.details('202609')) as [Detail, Detail];
    const wrong = { ...b, certno: 'X', medfee_sumamt: 201, mdtrt_setl_time: '2026-09-01 10:00:01' };
    const { answer } = await desk.confirm('202609', [a, wrong, { ...a, setl_sn: 'A999' }, a]);
    const { certno } = b;
    expect(answer.err_msg).toBe(
      '[就医地 深圳市] 上传的数据有 5 处不能接收，整批未保存，请改正后重传：' +
        `第 2 行 证件号码 certno（X）与明细的 ${certno} 不符；` +
        '第 2 行 就诊结算时间 mdtrt_setl_time（2026-09-01 10:00:01）与明细的 2026-09-01 10:00:00 不符；' +
        '第 2 行 总费用 medfee_sumamt（201.00）与明细的 200.00 不符；' +
        '第 3 行 结算流水号 setl_sn（A999）不在本机构的清分明细中；第 4 行 与第 1 行重复',
    );
    for (const setl_id of [first, second]) expect(world.world.store.reader.confirmationsOf(setl_id)).toEqual([]);
  });

  it('wants rows, no more than a hundred, and a total that is not smaller', async () => {
    const world = await openTestWorld();
    const { desk } = await twoOfSeptember(world);
    const rows = await desk.details('202609');
    const many = Array.from({ length: 101 }, () => rows[0] as Detail);
    expect((await desk.confirm('202609', [])).answer.err_msg).toContain('报文缺少办理所需的字段：input.detail');
    expect((await desk.confirm('202609', many)).answer.err_msg).toContain('一次最多上传 100 行，收到 101 行');
    const input = confirmation('202609', rows);
    const short = await world.call('3261', { ...input, data: { ...input.data, totalrow: 1 } });
    expect(short.err_msg).toContain('总行数 totalrow（1）少于明细 detail 的 2 行');
    const month = await world.call('3261', { ...input, data: { ...input.data, totalrow: 500 } });
    expect(month.infcode).toBe(0);
  });

  it('says nothing twice of a row: that has to be taken back first', async () => {
    const world = await openTestWorld();
    const { desk, first } = await twoOfSeptember(world);
    const rows = await desk.details('202609');
    const { reference } = await desk.confirm('202609', rows.slice(0, 1), [first]);
    const { answer } = await desk.confirm('202609', rows.slice(0, 1));
    expect(answer.err_msg).toContain(`第 1 行 已由 ${reference} 办理（202609），要改请先用 3262 回退`);
  });

  it('sends nobody to 3262 for a row of a month that is over, but to what helps', async () => {
    const world = await openTestWorld();
    const { desk, first } = await twoOfSeptember(world);
    const rows = await desk.details('202609');
    const { reference } = await desk.confirm('202609', rows);
    const again = async () => (await desk.confirm('202610', rows.slice(0, 1))).answer.err_msg;
    world.setClock('2026-11-03 09:00:00');
    const stands = `第 1 行 已由 ${reference} 在 202609 清分中确认，该月已截止，不能回退，也不用再确认`;
    const said = await again();
    expect(said).toContain(`${stands}；不应收费的用 2208 退费，负数进入退费当月的清分`);
    expect((await desk.withdraw('202609')).err_msg).toContain('请办理退费 2208，负数进入退费当月的清分');
    const refund = (await desk.window.refund(first)).output.setlinfo;
    expect(numbers(await desk.details('202611'))).toEqual([refund.setl_id]);
    const refunded = await again();
    expect(refunded).toContain(stands);
    expect(refunded).not.toContain('2208');
  });

  it('repeats its answer when the same message comes again', async () => {
    const world = await openTestWorld();
    const { desk } = await twoOfSeptember(world);
    const input = confirmation('202609', await desk.details('202609'));
    const one = await world.call('3261', input, { msgid: 'CONFIRM-1' });
    const other = await world.call('3261', input, { msgid: 'CONFIRM-1' });
    expect(other.bytes).toBe(one.bytes);
  });

  it('shows nothing of another hospital', async () => {
    const world = await openTestWorld();
    const { desk } = await twoOfSeptember(world);
    const input = confirmation('202609', await desk.details('202609'));
    const theirs = { fixmedins_code: 'H44030099004' };
    const ask = async (setl_sn: (own: string) => string) => {
      const detail = input.detail.map((row) => ({ ...row, setl_sn: setl_sn(row.setl_sn) }));
      const { err_msg } = await world.call('3261', { ...input, detail }, theirs);
      return err_msg?.replace(/A\d+/g, 'A');
    };
    expect(await ask((own) => own)).toBe(await ask((own) => own.replace(/.(.)$/, '9$1')));
    expect(world.world.store.reader.confirmations('H44030099004', '202601', '202612')).toEqual([]);
  });
});

describe('what is not confirmed', () => {
  it('moves on month by month, two at most, then it stays', async () => {
    const world = await openTestWorld();
    const { desk, first, second } = await twoOfSeptember(world, '2026-10-08 23:59:59');
    await desk.confirm('202609', (await desk.details('202609')).slice(0, 1));
    const where = async () => {
      const months = ['202609', '202610', '202611', '202612'];
      return Promise.all(months.map(async (period) => numbers(await desk.details(period))));
    };
    expect(await where()).toEqual([[first, second], [], [], []]);
    world.setClock('2026-10-09 00:00:00');
    expect(await where()).toEqual([[first], [second], [], []]);
    world.setClock('2026-11-09 00:00:00');
    expect(await where()).toEqual([[first], [], [second], []]);
    world.setClock('2027-01-09 00:00:00');
    expect(await where()).toEqual([[first], [], [second], []]);
  });

  it('is confirmed in a later month, or lapses', async () => {
    const world = await openTestWorld();
    const { desk, first, second } = await twoOfSeptember(world, '2026-11-02 09:00:00');
    const [a, b] = (await desk.details('202610')) as [Detail, Detail];
    expect((await desk.confirm('202610', [a, b], [second])).answer.infcode).toBe(0);
    world.setClock('2026-12-08 09:00:00');
    expect(numbers(await desk.details('202611'))).toEqual([second]);
    world.setClock('2026-12-09 09:00:00');
    expect(numbers(await desk.details('202611'))).toEqual([second]);
    expect(numbers(await desk.details('202610'))).toEqual([first]);
    world.setClock('2027-01-02 09:00:00');
    expect((await desk.confirm('202612', [b])).answer.err_msg).toContain('第 1 行 已超过顺延期限，不再清分');
  });
});

describe('3262 异地清分结果确认回退', () => {
  it('takes back one message by its number, and the rows can be confirmed again', async () => {
    const world = await openTestWorld();
    const { desk, first, second } = await twoOfSeptember(world);
    const [a, b] = (await desk.details('202609')) as [Detail, Detail];
    const { reference } = await desk.confirm('202609', [a]);
    await desk.confirm('202609', [b]);
    const before = world.world.store.reader.confirmationsOf(second);
    expect((await desk.withdraw('202609', reference)).infcode).toBe(0);
    expect(world.world.store.reader.confirmationsOf(first)).toEqual([]);
    expect(world.world.store.reader.confirmationsOf(second)).toEqual(before);
    expect((await desk.confirm('202609', [a])).answer.infcode).toBe(0);
  });

  it('takes back everything of the month with 0', async () => {
    const world = await openTestWorld();
    const { desk } = await twoOfSeptember(world);
    const rows = await desk.details('202609');
    for (const row of rows) await desk.confirm('202609', [row]);
    expect((await desk.withdraw('202609')).infcode).toBe(0);
    expect(world.world.store.reader.confirmations('H44030099001', '202601', '202612')).toEqual([]);
    expect((await desk.withdraw('202609')).err_msg).toBe('[就医地 深圳市] 2026年09月没有可以回退的确认');
  });

  it('knows no number of another hospital, and is over with the deadline', async () => {
    const world = await openTestWorld();
    const { desk, first } = await twoOfSeptember(world);
    const { reference } = await desk.confirm('202609', await desk.details('202609'));
    const data = { trt_year: '2026', trt_month: '09', otransid: reference };
    const theirs = await world.call('3262', { data }, { fixmedins_code: 'H44030099004' });
    expect(theirs.err_msg).toContain(`没有原交易流水号 otransid（${reference}）的确认`);
    world.setClock('2026-10-09 00:00:00');
    expect((await desk.withdraw('202609', reference)).err_msg).toContain('已经截止');
    expect(world.world.store.reader.confirmationsOf(first)).toHaveLength(1);
  });
});

describe('a refund', () => {
  it('of a confirmed settlement is allowed and enters the next month as a negative row', async () => {
    const world = await openTestWorld();
    const { desk, first, second } = await twoOfSeptember(world);
    await desk.confirm('202609', await desk.details('202609'));
    const refund = (await desk.window.refund(first)).output.setlinfo;
    expect(numbers(await desk.details('202609'))).toEqual([first, second]);
    expect(await desk.details('202610')).toMatchObject([{ setl_sn: refund.setl_id, medfee_sumamt: -1000 }]);
    world.setClock('2026-11-03 09:00:00');
    expect((await desk.confirm('202610', await desk.details('202610'))).answer.infcode).toBe(0);
  });

  it('is not confirmed before its settlement, but in one message with it', async () => {
    const world = await openTestWorld();
    const desk = await openClearingDesk(world);
    const first = await desk.settle('B1', 1000);
    const refund = (await desk.window.refund(first)).output.setlinfo.setl_id;
    world.setClock('2026-10-05 09:00:00');
    const [a, b] = (await desk.details('202609')) as [Detail, Detail];
    expect((await desk.confirm('202609', [b])).answer.err_msg).toContain(`原结算 ${first} 还没有确认，退费不能先确认`);
    expect((await desk.confirm('202609', [b, a])).answer.infcode).toBe(0);
    await desk.withdraw('202609');
    const { reference } = await desk.confirm('202609', [a]);
    const later = await desk.confirm('202609', [b]);
    expect((await desk.withdraw('202609', reference)).err_msg).toBe(
      `[就医地 深圳市] 结算 ${first} 的退费 ${refund} 也已确认，请先回退 ${later.reference}，或 otransid 填 0 全部回退`,
    );
    await desk.withdraw('202609', later.reference);
    expect((await desk.withdraw('202609', reference)).infcode).toBe(0);
  });

  it('waits for its settlement where that waits', async () => {
    const world = await openTestWorld();
    const { desk, first, second } = await twoOfSeptember(world, '2026-10-02 09:00:00');
    const [, b] = (await desk.details('202609')) as [Detail, Detail];
    await desk.confirm('202609', [b]);
    const refund = (await desk.window.refund(first)).output.setlinfo.setl_id;
    world.setClock('2026-11-09 09:00:00');
    expect(numbers(await desk.details('202611'))).toEqual([first, refund]);
    expect(numbers(await desk.details('202609'))).toEqual([second]);
  });
});

describe('a reversal', () => {
  it('of what is confirmed is refused by the hospital’s place and by the nation, which name the refund', async () => {
    const world = await openTestWorld();
    const { desk, first } = await twoOfSeptember(world);
    const { reference } = await desk.confirm('202609', await desk.details('202609'));
    const text = `结算 ${first} 已在2026年09月清分中确认，不能冲正；请办理退费（医院用 2208，就医省用 1203），负数进入下月清分`;
    expect((await desk.window.reverse('MSG-B1', '2207')).err_msg).toBe(`[就医地 深圳市] ${text}`);
    const relayed = world.world.store.reader.settlement('treatment', first)?.relayedMsgid;
    const data = { mdtrtarea: '440300', insuplc: '610100', oinfno: '1107', omsgid: relayed };
    expect((await world.national('1301', { data })).err_msg).toBe(`[国家平台] ${text}`);
    for (const book of ['treatment', 'national', 'insured'] as const) {
      expect(world.world.store.reader.settlement(book, first)?.state).toBe('effective');
    }
    await desk.withdraw('202609', reference);
    expect((await desk.window.reverse('MSG-B1', '2207')).infcode).toBe(0);
  });

  it('of a refund is refused once the refund is confirmed, and not before', async () => {
    const world = await openTestWorld();
    const { desk, first } = await twoOfSeptember(world);
    await desk.confirm('202609', await desk.details('202609'));
    await desk.window.refund(first, 'MSG-R1');
    expect((await desk.window.reverse('MSG-R1', '2208')).infcode).toBe(0);
    const refund = (await desk.window.refund(first, 'MSG-R2')).output.setlinfo.setl_id;
    world.setClock('2026-11-03 09:00:00');
    await desk.confirm('202610', await desk.details('202610'));
    expect((await desk.window.reverse('MSG-R2', '2208')).err_msg).toBe(
      `[就医地 深圳市] 退费 ${refund} 已在2026年10月清分中确认，不能冲正；需要恢复的请重新结算`,
    );
  });

  it('that is on its way holds the confirmation back: nothing is cleared that is undone elsewhere', async () => {
    let silent = false;
    const before = () => (silent ? new Promise<void>(() => undefined) : Promise.resolve());
    const world = await openTestWorld({
      insuredPlace: (_insuplc, running) => slowPlace(running, { before, timeoutMs: 200 }),
    });
    const { desk } = await twoOfSeptember(world);
    const rows = await desk.details('202609');
    silent = true;
    expect((await desk.window.reverse('MSG-B1', '2207')).err_msg).toContain('结果未知');
    expect((await desk.confirm('202609', rows)).answer.err_msg).toContain('第 1 行 正在冲正，结果未知，请先查明');
    expect((await desk.confirm('202609', rows.slice(1))).answer.infcode).toBe(0);
  });

  it('of a settlement that was left out is allowed', async () => {
    const world = await openTestWorld();
    const { desk, first } = await twoOfSeptember(world);
    await desk.confirm('202609', await desk.details('202609'), [first]);
    expect((await desk.window.reverse('MSG-B1', '2207')).infcode).toBe(0);
  });
});
