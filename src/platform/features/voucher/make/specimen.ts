import type { Bill, VoucherRelation } from '../../../domain/voucher/voucher.ts';

/** A specimen 样张: a voucher as the hospital would have made it. */
export type Specimen = {
  readonly fixmedins_code: string;
  readonly fixmedins_name: string;
  readonly relation: VoucherRelation;
  readonly bill: Bill;
};

/** Which kind of voucher: 实时票据 or 跨省实时结算票据 as the settlement is, 全自费票据, 冲红票. */
export type Kind = 'settled' | 'self-pay' | 'red';
export const KINDS: readonly Kind[] = ['settled', 'self-pay', 'red'];
