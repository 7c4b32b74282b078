import fc, { type Arbitrary } from 'fast-check';
import { printScaled } from '../../../src/kernel/decimal.ts';
import { nationalClaim } from '../../support/national-claim.ts';
import { valuesOf } from '../../support/play-catalogue.ts';
import { openWindow } from '../../support/window.ts';
import { HOSPITAL, type Answer } from '../../support/world.ts';
import type { LivingWorld } from './living-world.ts';

/** 分 of all sizes: a bill's, nothing, less than nothing, the largest that the interface can carry. */
const fen: Arbitrary<number> = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 5_000_000 }) },
  { weight: 2, arbitrary: fc.integer({ min: -100_000, max: 0 }) },
  { weight: 1, arbitrary: fc.constantFrom(0, 1, 10_000_000_000, 10_000_000_001, 9e15, -9e15) },
);

const yuan = (amount: number): string => printScaled(amount, 2);

const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0);

/** The four parts of a claim, in 分. */
type Parts = readonly [number, number, number, number];
export const claims: Arbitrary<Parts> = fc.tuple(fen, fen, fen, fen);

/** 1106 and 1107 of a province whose parts add up, whatever they are. */
export const claimOf = async ({ world }: LivingWorld, amounts: Parts, mdtrtsn: string): Promise<Answer[]> => {
  const own = {
    ...valuesOf(world, 'xian-acceptance-civil-servant', HOSPITAL),
    mdtrtarea: '440300',
    dise_codg: 'M06900',
  };
  const { data, feedetail } = nationalClaim({ ...own, mdtrtsn });
  const [inscp_scp_amt, preselfpay_amt, fulamt_ownpay_amt, overlmt] = amounts.map(yuan);
  const split = { inscp_scp_amt, preselfpay_amt, fulamt_ownpay_amt };
  const total = yuan(sumOf(amounts));
  const input = {
    data: { ...data, ...split, preselfpay_serv_amt: preselfpay_amt, overlmt_selfpay: overlmt, medfee_sumamt: total },
    feedetail: feedetail.map((line) => ({ ...line, ...split, overlmt_amt: overlmt, amt: total })),
  };
  return [await world.national('1106', input), await world.national('1107', input, { msgid: mdtrtsn })];
};

/** The lines of a batch, in 分. */
export const bills: Arbitrary<number[]> = fc.array(fen, { minLength: 1, maxLength: 5 });

/** 2204, 2206 and 2207 of a batch with these lines, settled at their sum; a refund line has a negative quantity. */
export const billOf = async ({ world }: LivingWorld, amounts: readonly number[]): Promise<Answer[]> => {
  const window = await openWindow(world, { persona: 'nanjing-worker-rheumatoid', dise_codg: 'M06900' });
  const { psn_no, mdtrt_id, insutype } = window;
  const { card } = world.persona('nanjing-worker-rheumatoid');
  const feedetail = amounts.map((amount, index) => ({
    feedetl_sn: String(index), mdtrt_id, psn_no, chrg_bchno: 'B1', dise_codg: 'M06900',
    med_list_codg: '003107010210000', det_item_fee_sumamt: yuan(amount), cnt: amount < 0 ? -1 : 1,
    pric: yuan(Math.abs(amount)),
  })); // prettier-ignore
  const data = {
    psn_no, mdtrt_id, insutype, chrg_bchno: 'B1', med_type: '14', mdtrt_cert_type: '03', mdtrt_cert_no: card?.card_no,
    medfee_sumamt: yuan(sumOf(amounts)), acct_used_flag: '1',
  }; // prettier-ignore
  return [
    await window.call('2204', { feedetail }),
    await window.call('2206', { data }),
    await window.call('2207', { data }),
  ];
};
