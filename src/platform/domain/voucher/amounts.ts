import { negate, subtract, sum, yuan, ZERO, type Fen } from '../../../kernel/money.ts';
import type { Settlement } from '../settlement.ts';
import type { BillInfo } from './voucher.ts';

/** The four parts of a voucher's total and the total: who paid. Absent amounts are nothing (the table fills in 0). */
export type VoucherAmounts = {
  readonly medSumfee: Fen;
  readonly hifpPay: Fen;
  readonly othPay: Fen;
  readonly psnAcctPay: Fen;
  readonly psnCashpay: Fen;
};

/** The Chinese names, for texts. */
export const AMOUNT_NAMES: Readonly<Record<keyof VoucherAmounts, string>> = {
  medSumfee: '医疗总费用 medSumfee',
  hifpPay: '医保统筹基金支付 hifpPay',
  othPay: '其他支付 othPay',
  psnAcctPay: '个人账户支付 psnAcctPay',
  psnCashpay: '个人现金支付 psnCashpay',
};

export const amountsOf = (info: BillInfo): VoucherAmounts => ({
  medSumfee: info.medSumfee ?? ZERO,
  hifpPay: info.hifpPay ?? ZERO,
  othPay: info.othPay ?? ZERO,
  psnAcctPay: info.psnAcctPay ?? ZERO,
  psnCashpay: info.psnCashpay ?? ZERO,
});

export const partsOf = ({ hifpPay, othPay, psnAcctPay, psnCashpay }: VoucherAmounts): Fen =>
  sum([hifpPay, othPay, psnAcctPay, psnCashpay]);

/**
 * What a voucher of this settlement must say. 其他支付 is all that is neither pool, account nor cash: the other funds and
 * what the hospital bears (derived: the table names no more parts).
 */
export const settledAmounts = ({ shares }: Settlement): VoucherAmounts => {
  const { medfee_sumamt, hifp_pay, acct_pay, psn_cash_pay } = shares;
  return {
    medSumfee: medfee_sumamt,
    hifpPay: hifp_pay,
    othPay: subtract(medfee_sumamt, sum([hifp_pay, acct_pay, psn_cash_pay])),
    psnAcctPay: acct_pay,
    psnCashpay: psn_cash_pay,
  };
};

export const negated = (amounts: VoucherAmounts): VoucherAmounts =>
  Object.fromEntries(Object.entries(amounts).map(([code, amount]) => [code, negate(amount)])) as VoucherAmounts;

/** Where two differ: name, this one, the other one. */
export const differences = (these: VoucherAmounts, others: VoucherAmounts): [string, string, string][] =>
  (Object.keys(AMOUNT_NAMES) as (keyof VoucherAmounts)[])
    .filter((code) => these[code] !== others[code])
    .map((code) => [AMOUNT_NAMES[code], yuan(these[code]), yuan(others[code])]);
