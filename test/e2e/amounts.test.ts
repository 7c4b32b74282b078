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
const send = (parts: { inscp_scp_amt: number; preselfpay_amt: number }, more: object = {}) => {
  const own = { ...valuesOf(world, 'nanjing-worker-rheumatoid', HOSPITAL), mdtrtarea: '440300', dise_codg: 'M06900' };
  const { data, feedetail } = nationalClaim({ ...own, mdtrtsn: '440300AMOUNTS1' });
  const total = parts.inscp_scp_amt + parts.preselfpay_amt;
  const lines = feedetail.map((line) => ({ ...line, ...parts, amt: total }));
  return world.national('1107', {
    data: { ...data, ...parts, preselfpay_serv_amt: parts.preselfpay_amt, medfee_sumamt: total, ...more },
    feedetail: lines,
  });
};

const claim = async (...sent: Parameters<typeof send>) => (await send(...sent)).err_msg;

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
    const text = '[国家平台] 先自付超出范围：不能为负，也不能超过一亿元';
    expect(await claim({ inscp_scp_amt: 100, preselfpay_amt: -50 })).toBe(text);
  });

  it('is refused for more than anybody can owe', async () => {
    const text = '[国家平台] 医疗费总额超出范围：不能为负，也不能超过一亿元';
    expect(await claim({ inscp_scp_amt: 100_000_001, preselfpay_amt: 0 })).toBe(text);
    expect(await claim({ inscp_scp_amt: 90_000_000_000_000, preselfpay_amt: 0 })).toBe(text);
  });

  it.each([
    [{ inscp_scp_amt: 949 }, '医疗费总额 ≠ 全自费 + 超限价 + 先自付 + 政策范围内'],
    [{ inscp_scp_amt: 949.99, preselfpay_amt: 50.01 }, '先自付 ≠ 明细之和'],
    [{ inscp_claa_amt: 950.01 }, '其中甲类 inscp_claa_amt > 政策范围内 inscp_scp_amt'],
    [{ preselfpay_drug_amt: 0.01 }, '其中药品、诊疗、材料先自付之和 > 先自付 preselfpay_amt'],
    [{ preselfpay_mcs_amt: 0.01 }, '其中药品、诊疗、材料先自付之和 > 先自付 preselfpay_amt'],
    [{ overlmt_bed_amt: 0.01 }, '其中床位费 overlmt_bed_amt > 超限价 overlmt_selfpay'],
  ])('whose sums do not agree is told which of them: %j', async (wrong, which) => {
    const parts = { inscp_scp_amt: 950, preselfpay_amt: 50 };
    expect(await claim(parts, wrong)).toBe(`[国家平台] 费用合计与分项不平：${which}`);
  });

  it('may say what of it is 甲类, drug, service, material and bed up to the sum, and settles the same', async () => {
    const parts = { inscp_scp_amt: 950, preselfpay_amt: 50 };
    expect(await claim(parts, { inscp_claa_amt: 950, preselfpay_drug_amt: 20, preselfpay_serv_amt: 30 })).toBeNull();
  });

  it.each([
    'inscp_claa_amt', 'preselfpay_drug_amt', 'preselfpay_serv_amt', 'preselfpay_mcs_amt', 'overlmt_bed_amt',
  ])('that leaves out %s is settled, and the breach is listed', async (field) => {
    const { err_msg, violations } = await send({ inscp_scp_amt: 950, preselfpay_amt: 50 }, { [field]: null });
    expect(err_msg).toBeNull();
    expect(violations).toContain(`input.data.${field}:missing`);
  }); // prettier-ignore

  it('cannot leave out the over-limit sum: nothing adds up without it', async () => {
    const text = '[国家平台] 报文缺少办理所需的字段：input.data.overlmt_selfpay（超限价自付费用）';
    expect(await claim({ inscp_scp_amt: 950, preselfpay_amt: 50 }, { overlmt_selfpay: null })).toBe(text);
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
