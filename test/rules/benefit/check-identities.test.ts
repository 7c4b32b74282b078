import { expect, it } from 'vitest';
import { checkIdentities } from '../../../src/rules/benefit/check-identities.ts';
import { settle } from '../../../src/rules/benefit/settle.ts';
import type { Settled } from '../../../src/rules/benefit/settled.ts';
import { fen, flat, inlineParameters, rate } from './inline-parameters.ts';
import { claimOf, requestOf } from './request-of.ts';

const parameters = inlineParameters('310', flat('50%'), {
  account: 'all',
  civil_servant: { ratio: rate('50%'), cap: 'none' },
});
const request = requestOf(parameters, {
  claim: claimOf(100, { full: 10 }),
  account: { use: true, balance: fen(20), family: fen(5) },
});
const settled = settle(request);

const withShares = (shares: Partial<Settled['shares']>): Settled => ({
  ...settled,
  shares: { ...settled.shares, ...shares },
});

it('finds nothing wrong with a settlement', () => {
  expect(() => checkIdentities(request, settled)).not.toThrow();
});

it.each([
  ['a part of the claim', withShares({ fulamt_ownpay_amt: fen(11) }), 'medfee ='],
  ['a fund', withShares({ maf_pay: fen(1) }), 'fund total'],
  ['the personal part', withShares({ psn_part_amt: fen(36) }), 'medfee = fund'],
  ['the hospital part', withShares({ hosp_part_amt: fen(1) }), 'medfee = fund'],
  ['the cash', withShares({ psn_cash_pay: fen(0) }), 'personal = account + cash'],
  ['共济 beyond the account', withShares({ acct_mulaid_pay: fen(26) }), '共济'],
  ['a deductible beyond the scope', withShares({ act_pay_dedc: fen(101) }), 'deductible'],
  ['a deductible that the pool paid for', withShares({ act_pay_dedc: fen(60) }), 'above the deductible'],
  ['a balance', withShares({ balc: fen(1) }), 'balance after'],
  ['a fund row', { ...settled, funds: settled.funds.slice(1) }, 'fund rows'],
  ['the account row', { ...settled, funds: settled.funds.slice(0, -1) }, 'account row'],
  ['a limit', { ...settled, funds: settled.funds.map((row) => ({ ...row, crt_payb_lmt_amt: fen(0) })) }, 'its limit'],
  ['the explanation', { ...settled, explanation: settled.explanation.slice(0, -1) }, 'explanation'],
])('throws when %s is off by something', (_what, broken, message) => {
  expect(() => checkIdentities(request, broken)).toThrow(message);
});
