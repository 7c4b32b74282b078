import { z } from 'zod';
import { parseScaled } from '../../../../kernel/decimal.ts';
import { asFen, type Fen } from '../../../../kernel/money.ts';
import type { SettleAct } from './act.ts';

/** 元 with at most two decimals, as text or number, into 分. */
const yuanAmount = z.union([z.string(), z.number()]).transform((given, context): Fen => {
  const units = parseScaled(String(given), 2);
  if (units !== undefined && units >= 0) return asFen(units);
  context.addIssue({ code: 'custom', message: '应为不超过两位小数、不为负的金额（元）' });
  return z.NEVER;
});

/**
 * What a province's team says a settlement must come to 期望: for a person, a disease and a total, the payment of each
 * fund by its code (fund_pay_type), and where given what the account and the person pay.
 */
export const expectation = z
  .strictObject({
    psn_no: z.string().min(1).max(30).optional(),
    certno: z.string().min(1).max(50).optional(),
    dise_codg: z.string().min(1).max(30),
    medfee_sumamt: yuanAmount,
    funds: z.record(z.string().regex(/^\d{6}$/, '应为六位基金支付类型 fund_pay_type'), yuanAmount),
    acct_payamt: yuanAmount.optional(),
    psn_cashpay: yuanAmount.optional(),
  })
  .refine((row) => row.psn_no !== undefined || row.certno !== undefined, '须填个人管理码 psn_no 或证件号码 certno');

export const expectations = z.array(expectation).max(1_000);

export type Expectation = z.infer<typeof expectation>;

/**
 * Finds the expectation of each settlement in turn: the first settlement of a person, disease and total has the first
 * one given for them, and so on; the last one given stands for all that follow.
 */
export const expectationFinder = (given: readonly Expectation[]) => {
  const used = new Map<string, number>();
  return ({ input: { data }, output: { setlinfo } }: SettleAct): Expectation | undefined => {
    const fitting = given.filter(
      (row) =>
        (row.psn_no === undefined || row.psn_no === setlinfo.psn_no) &&
        (row.certno === undefined || row.certno === setlinfo.certno) &&
        row.dise_codg === data.dise_codg &&
        row.medfee_sumamt === data.medfee_sumamt,
    );
    const key = [setlinfo.psn_no, data.dise_codg, data.medfee_sumamt].join(' ');
    const count = used.get(key) ?? 0;
    used.set(key, count + 1);
    return fitting[count] ?? fitting.at(-1);
  };
};
