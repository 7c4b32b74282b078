import { ZERO } from '../../../src/kernel/money.ts';
import type { Claim, Insured, SettleRequest } from '../../../src/rules/benefit/request.ts';
import type { BenefitParameters } from '../../../src/rules/policy/parameters.ts';
import { claimL } from '../claim-l.ts';
import { fen } from './inline-parameters.ts';

/** A claim of so much in scope, and what else is named. */
export const claimOf = (scope: number, more: { full?: number; over?: number; preself?: number } = {}): Claim => {
  const { full = 0, over = 0, preself = 0 } = more;
  return {
    medfee_sumamt: fen(scope + full + over + preself),
    fulamt_ownpay_amt: fen(full),
    overlmt_selfpay: fen(over),
    preselfpay_amt: fen(preself),
    inscp_scp_amt: fen(scope),
  };
};

/** A visit to a 三级 hospital for 类风湿关节炎 by somebody of whom nothing special is known. */
export const requestOf = (
  parameters: BenefitParameters,
  { person = {}, ...more }: Partial<Omit<SettleRequest, 'person'>> & { person?: Partial<Insured> } = {},
): SettleRequest => ({
  parameters,
  claim: claimL,
  person: {
    insutype: parameters.insutype,
    retired: false,
    age: 45,
    civilServant: false,
    identities: [],
    ...person,
  },
  visit: {
    benefit: parameters.benefit,
    disease: 'M06900',
    level: '三级',
    filing: 'resident',
    serviceDate: parameters.on,
    settlementDate: parameters.on,
  },
  used: {},
  account: { use: false, balance: ZERO },
  ...more,
});
