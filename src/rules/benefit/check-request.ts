import { must } from '../../kernel/assert.ts';
import { add, ZERO } from '../../kernel/money.ts';
import type { SettleRequest } from './request.ts';

/** What the platform has made sure of before it asks: anything else is its defect, not the hospital's. */
export const checkRequest = ({ parameters, claim, person, visit, account }: SettleRequest): void => {
  const { medfee_sumamt, fulamt_ownpay_amt, overlmt_selfpay, preselfpay_amt, inscp_scp_amt } = claim;
  const parts = [fulamt_ownpay_amt, overlmt_selfpay, preselfpay_amt, inscp_scp_amt];
  must(
    parts.every((part) => part >= ZERO),
    'the parts of a claim are not negative; refunds are not settled anew',
  );
  must(add(...parts) === medfee_sumamt, 'medfee = 全自费 + 超限价 + 先自付 + 政策范围内');
  must(parameters.insutype === person.insutype, 'the parameters are those of the person’s insurance');
  must(parameters.on === visit.serviceDate, 'the parameters are those of the day of treatment');
  must(account.balance >= ZERO && (account.family ?? ZERO) >= ZERO, 'account balances are not negative');
};
