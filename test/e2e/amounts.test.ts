import { beforeEach, describe, expect, it } from 'vitest';
import { nationalClaim } from '../support/national-claim.ts';
import { valuesOf } from '../support/play-catalogue.ts';
import { openWindow } from '../support/window.ts';
import { HOSPITAL, openTestWorld, type TestWorld } from '../support/world.ts';

let world: TestWorld;

beforeEach(async () => {
  world = await openTestWorld();
  return async () => {
    expect(world.defects).toEqual([]);
    await world.close();
  };
});

/** A claim of a province, with these parts instead of 950 in scope and 50 first self-paid; one line that agrees. */
const claim = async (parts: { inscp_scp_amt: number; preselfpay_amt: number }) => {
  const own = { ...valuesOf(world, 'nanjing-worker-rheumatoid', HOSPITAL), mdtrtarea: '440300', dise_codg: 'M06900' };
  const { data, feedetail } = nationalClaim({ ...own, mdtrtsn: '440300AMOUNTS1' });
  const total = parts.inscp_scp_amt + parts.preselfpay_amt;
  const lines = feedetail.map((line) => ({ ...line, ...parts, amt: total }));
  const { err_msg } = await world.national('1107', {
    data: { ...data, ...parts, medfee_sumamt: total },
    feedetail: lines,
  });
  return err_msg;
};

const line = async (fields: { cnt: number; pric: number; det_item_fee_sumamt: number }) => {
  const { psn_no, mdtrt_id, call } = await openWindow(world, { persona: 'xian-worker-no-qualification' });
  const known = { feedetl_sn: '1', mdtrt_id, psn_no, chrg_bchno: 'B1', med_list_codg: '003107010210000' };
  return (await call('2204', { feedetail: [{ ...known, ...fields }] })).err_msg;
};

describe('the claim of a province', () => {
  it('may have parts of nothing', async () => {
    expect(await claim({ inscp_scp_amt: 0, preselfpay_amt: 0 })).toBeNull();
  });

  it('is refused for a part below zero: refunds are not settled anew', async () => {
    const text = '[参保地 南京市] 先自付超出范围：不能为负，也不能超过一亿元';
    expect(await claim({ inscp_scp_amt: 100, preselfpay_amt: -50 })).toBe(text);
  });

  it('is refused for more than anybody can owe', async () => {
    const text = '[参保地 南京市] 医疗费总额超出范围：不能为负，也不能超过一亿元';
    expect(await claim({ inscp_scp_amt: 100_000_001, preselfpay_amt: 0 })).toBe(text);
    expect(await claim({ inscp_scp_amt: 90_000_000_000_000, preselfpay_amt: 0 })).toBe(text);
  });
});

describe('a line of 2204', () => {
  const text = '[就医地 深圳市] 明细 1 的金额超过一亿元，请核对数量和单价';

  it('is refused for more than anybody can owe, in its amount or in what quantity and price come to', async () => {
    expect(await line({ cnt: 10_000, pric: 9_000_000_000, det_item_fee_sumamt: 90_000_000_000_000 })).toBe(text);
    expect(await line({ cnt: 900_000_000_000, pric: 9_000_000_000, det_item_fee_sumamt: 10 })).toBe(text);
    expect(await line({ cnt: 1, pric: 100_000_000, det_item_fee_sumamt: 100_000_000 })).toBeNull();
  });

  it('may be 0.01 off, no more', async () => {
    expect(await line({ cnt: 3, pric: 3.34, det_item_fee_sumamt: 10.01 })).toBeNull();
    expect(await line({ cnt: 3, pric: 3.34, det_item_fee_sumamt: 10.03 })).toBeNull();
    expect(await line({ cnt: 3, pric: 3.34, det_item_fee_sumamt: 10.04 })).toBe(
      '[就医地 深圳市] 明细 1 的金额 10.04 与 数量×单价 10.02 相差超过 0.01 元',
    );
  });

  it('of a refund has a negative quantity and amount, and a price as it was', async () => {
    expect(await line({ cnt: -1, pric: 5, det_item_fee_sumamt: -5 })).toBeNull();
    const signs = '[就医地 深圳市] 明细 1 的数量与金额正负号不一致，单价须为非负数';
    expect(await line({ cnt: 1, pric: -5, det_item_fee_sumamt: -5 })).toBe(signs);
    expect(await line({ cnt: -1, pric: 5, det_item_fee_sumamt: 5 })).toBe(signs);
  });
});
