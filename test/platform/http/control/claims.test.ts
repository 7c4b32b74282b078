import { beforeAll, describe, expect, it } from 'vitest';
import { must } from '../../../../src/kernel/assert.ts';
import type { Settlement } from '../../../../src/platform/domain/settlement.ts';
import type { Voucher } from '../../../../src/platform/domain/voucher/voucher.ts';
import type { Reader } from '../../../../src/platform/store/port.ts';
import { voucherRow } from '../../store/rows.ts';
import { openCounter } from '../counter.ts';
import { settle, type Cardholder } from '../settle.ts';

const counter = openCounter();

type Reimbursed = {
  readonly settlement: Settlement;
  readonly steps: readonly object[];
  readonly lines: readonly object[];
  readonly message?: string;
};

const reimburse = (form: object, workspace = 'default') =>
  counter.control<Reimbursed>('POST', `/w/${workspace}/_sandbox/claims/reimburse`, form);

const reader = (workspace = 'default'): Reader => {
  const open = counter.sandbox().workspace(workspace);
  must(open, `there is a workspace ${workspace}`);
  return open.world().store.reader;
};

const people = new Map<string, Cardholder>();

beforeAll(async () => {
  await counter.sandbox().create('direct');
  type Listed = { personas: Cardholder[]; people: Cardholder[] };
  const { json } = await counter.control<Listed>('GET', '/_sandbox/personas');
  for (const row of json.personas) people.set(row.id, row);
  const listed = await counter.control<Listed>('GET', '/_sandbox/people?place=610100&from=140&limit=1');
  for (const row of listed.json.people) people.set(row.id, row);
});

const person = (id: string): Cardholder => {
  const found = people.get(id);
  must(found, `somebody is called ${id}`);
  return found;
};

/** 申屠榕融 of 西安, 退休, filed in 深圳, 高血压; has paid 612.83 of the 700 元 起付线. */
const claim = () => ({
  person: person('610100-140').psn_no,
  fixmedins_code: 'H44030099001',
  date: '2026-08-20',
  dise_codg: 'M03900',
  invono: '4403-0001',
  medfee_sumamt: '499.50',
  preselfpay_amt: 31.86,
  fulamt_ownpay_amt: 100,
});

describe('a bill that was paid in cash', () => {
  it('is paid for a disease that stays at home: it cannot be settled directly elsewhere', async () => {
    const { status, json } = await reimburse({
      ...claim(),
      person: person('shenzhen-worker-local-disease-away').psn_no,
      fixmedins_code: 'H51010099001',
      dise_codg: 'M01001',
      invono: '5101-0001',
    });
    expect(status).toBe(201);
    expect(json.settlement.shares.hifp_pay).toBeGreaterThan(0);
  });

  it('is reckoned at the insured place and moves the accumulators, not the account', async () => {
    const { psn_no } = person('610100-140');
    const used = () =>
      new Map(
        reader()
          .accumulators(psn_no, '310')
          .map(({ cum_type_code, amount }) => [cum_type_code, Number(amount)]),
      );
    const before = used();
    const balance = reader().balance(psn_no, '310');

    const { status, json } = await reimburse(claim());
    expect(status).toBe(201);
    const { shares, ...settlement } = json.settlement;
    expect(settlement).toMatchObject({
      book: 'insured',
      state: 'effective',
      infno: 'reimburse',
      insuplc: '610100',
      mdtrtarea: '440300',
      med_type: '14',
      serviceDate: '2026-08-20',
      invono: '4403-0001',
    });
    expect(shares).toMatchObject({ medfee_sumamt: 49_950, inscp_scp_amt: 36_764, act_pay_dedc: 8_717, acct_pay: 0 });
    expect(shares.fund_pay_sumamt).toBeGreaterThan(0);
    expect(shares.fund_pay_sumamt + shares.psn_cash_pay).toBe(49_950);
    expect(json.steps.length).toBeGreaterThan(3);

    const after = used();
    expect(after.get('Q000B_14')).toBe((before.get('Q000B_14') ?? 0) + 8_717);
    expect(after.get('D310101')).toBe((before.get('D310101') ?? 0) + shares.fund_pay_sumamt);
    expect(reader().balance(psn_no, '310')).toBe(balance);
    const [exchange] = reader().journal(1);
    expect(exchange).toMatchObject({ door: 'insured', infno: 'reimburse', setl_id: settlement.setl_id, psn_no });
  });

  it('is paid for once a receipt', async () => {
    const first = await reimburse({ ...claim(), invono: '4403-0002' });
    const again = await reimburse({ ...claim(), invono: '4403-0002' });
    expect(again).toMatchObject({
      status: 422,
      json: {
        message: `[参保地 西安市] 票据 4403-0002 已报销（结算ID ${first.json.settlement.setl_id}），一张票据只报销一次`,
      },
    });
  });

  it('marks the voucher 电子结算凭证 that the receipt is, and pays for none that was taken back', async () => {
    const { queue } = counter.sandbox().workspaceOf('').world();
    const put = (voucher: Voucher) => queue.submit((writer) => writer.apply([{ kind: 'voucher.put', voucher }]));
    const [good, red] = ['0013', '0014'].map((no) => voucherRow({ code: '4403', no, state: 'normal' }));
    if (good) await put(good);
    if (red) await put({ ...red, rhredFlag: '1' });
    expect((await reimburse({ ...claim(), invono: '4403-0013' })).status).toBe(201);
    expect(reader().vouchersNumbered('H44030099001', '0013')).toMatchObject([{ reimFlag: '1' }]);
    const taken = await reimburse({ ...claim(), invono: '4403-0014' });
    expect(taken.json.message).toBe('[参保地 西安市] 票据 4403-0014 的电子结算凭证是冲红票或已冲红，不能报销');
    // By its number alone it is the same receipt.
    const used = await reimburse({ ...claim(), invono: '0013' });
    expect(used.json.message).toBe('[参保地 西安市] 票据 0013 的电子结算凭证已报销，一张票据只报销一次');
  });

  it('gets from the funds what a direct settlement would have got', async () => {
    const { setl_id } = await settle(counter, person('610100-140'), '/w/direct');
    const direct = reader('direct').settlement('insured', setl_id);
    must(direct, 'it was settled directly');
    await counter.sandbox().create('by-hand');
    const yuan = (fen: number) => String(fen / 100);
    const { medfee_sumamt, fulamt_ownpay_amt, overlmt_selfpay, preselfpay_amt } = direct.shares;
    const { json } = await reimburse(
      {
        ...claim(),
        date: '2026-09-01',
        medfee_sumamt: yuan(medfee_sumamt),
        fulamt_ownpay_amt: yuan(fulamt_ownpay_amt),
        overlmt_selfpay: yuan(overlmt_selfpay),
        preselfpay_amt: yuan(preselfpay_amt),
      },
      'by-hand',
    );
    expect(json.settlement.shares).toEqual({
      ...direct.shares,
      acct_pay: 0,
      psn_cash_pay: direct.shares.psn_part_amt,
      balc: 739_404,
    });
  });

  it('is not paid for where the visit was settled directly, until the hospital has refunded that', async () => {
    const { psn_no } = person('xian-worker-hypertension-diabetes');
    const { setl_id, mdtrt_id, send } = await settle(counter);
    const bill = { ...claim(), person: psn_no, date: '2026-09-01', invono: '4403-0003' };
    const message =
      `[参保地 西安市] 该次就诊已直接结算（结算ID ${setl_id}），不能再手工报销；` + '须更正的请先由医院用 2208 退费';
    expect(await reimburse(bill)).toMatchObject({ status: 422, json: { message } });
    const asGeneral = { ...bill, dise_codg: undefined, invono: '4403-0004' };
    expect(await reimburse(asGeneral)).toMatchObject({ status: 422, json: { message } });
    // The other disease of that day was settled by nobody.
    expect((await reimburse({ ...bill, dise_codg: 'M01600', invono: '4403-0005' })).status).toBe(201);

    await send('2208', { data: { setl_id, mdtrt_id, psn_no } });
    expect((await reimburse(bill)).status).toBe(201);
  });
});

describe('nothing is paid', () => {
  const cases: readonly [string, () => object, string][] = [
    [
      'for who was not filed',
      () => ({ person: person('xian-worker-no-filing').psn_no }),
      '[参保地 西安市] 未查询到有效备案，请先办理异地就医备案',
    ],
    [
      'for a disease that was not recognised',
      () => ({ dise_codg: 'M00500' }),
      '[参保地 西安市] 无该病种待遇，请按普通门诊结算',
    ],
    [
      'for a visit to come',
      () => ({ date: '2026-09-02' }),
      '[参保地 西安市] 就诊日期 2026-09-02 晚于今天 2026-09-01，请核对票据',
    ],
    [
      'for parts of more than the whole',
      () => ({ fulamt_ownpay_amt: '600' }),
      '[参保地 西安市] 政策范围内超出范围：不能为负，也不能超过一亿元',
    ],
    ['to nobody', () => ({ person: '1' }), '[沙箱] 该参保人的基本信息为空，请核对凭证类型、证件号码和参保地'],
    ['for another insurance', () => ({ insutype: '390' }), '[沙箱] 该参保人没有险种 390 的参保信息'],
    ['without a receipt', () => ({ invono: undefined }), '缺少 invono'],
    [
      'for no amount',
      () => ({ medfee_sumamt: '1.005' }),
      'medfee_sumamt “1.005” 应为不小于 0、最多两位小数的金额（元）',
    ],
  ];

  it.each(cases)('%s', async (_what, change, message) => {
    const journaled = reader().lastJournalSeq();
    const answer = await reimburse({ ...claim(), invono: '4403-0009', ...change() });
    expect(answer).toMatchObject({ status: 422, json: { message } });
    expect(reader().lastJournalSeq()).toBe(journaled);
    expect(counter.defects).toEqual([]);
  });
});
