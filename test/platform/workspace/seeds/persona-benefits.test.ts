import { expect, it } from 'vitest';
import { yearsBetween } from '../../../../src/kernel/civil-time.ts';
import { asFen, ZERO } from '../../../../src/kernel/money.ts';
import { isRetired } from '../../../../src/platform/domain/person.ts';
import { seedLibrary } from '../../../../src/platform/workspace/library.ts';
import { accumulatorsOf } from '../../../../src/rules/benefit/accumulators-of.ts';
import type { SettleRequest } from '../../../../src/rules/benefit/request.ts';
import { settle } from '../../../../src/rules/benefit/settle.ts';
import type { ClaimAmounts } from '../../../../src/rules/catalogue/total-lines.ts';
import { accumulatorKey } from '../../../../src/rules/ledger/accumulator.ts';
import { cumTypeName } from '../../../../src/rules/ledger/cum-type-name.ts';
import { claimL } from '../../../rules/claim-l.ts';
import { personaOf, seeds, START } from './shipped-seeds.ts';

const library = seedLibrary();

/** The worked claim of a persona for its first disease at a 三级 hospital of 深圳, under the policy of its place. */
const claimOf = (id: string): SettleRequest => {
  const { person, qualifications, filings, accumulators } = personaOf(id);
  const [insurance] = person.insurances;
  const insutype = insurance?.insutype === '390' ? '390' : '310';
  const query = { place: insurance?.insuplc_admdvs ?? '', insutype, benefit: 'chronic', date: START } as const;
  const answer = library.benefit(query);
  if (answer.outcome !== 'found') throw new Error(answer.text);
  return {
    parameters: answer.parameters,
    claim: claimL,
    person: {
      insutype,
      retired: isRetired(insurance?.psn_type ?? ''),
      age: yearsBetween(person.brdy, START),
      student: insurance?.psn_type.startsWith('14') ?? false,
      civilServant: insurance?.cvlserv_flag === '1',
      identities: person.identities.map(({ psn_idet_type }) => psn_idet_type),
    },
    visit: {
      benefit: 'chronic',
      disease: qualifications[0]?.opsp_dise_code ?? '',
      level: '三级',
      filing: filings[0]?.kind ?? 'local',
      serviceDate: START,
      settlementDate: START,
    },
    used: Object.fromEntries(accumulators.map((row) => [accumulatorKey(row), row.amount])),
    account: { use: false, balance: ZERO },
  };
};

const settled = (id: string, claim = claimL) => settle({ ...claimOf(id), claim }).shares;

const idsOf = (wanted: (seed: (typeof seeds.personas)[number]) => boolean) =>
  seeds.personas.filter(wanted).map(({ id }) => id);

it.each(idsOf(({ situations }) => situations.includes('normal')))('%s has a benefit for its disease', (id) => {
  expect(() => settled(id)).not.toThrow();
});

it.each(idsOf(({ accumulators }) => accumulators.length > 0))('%s has used up what its policy counts', (id) => {
  const { parameters, visit } = claimOf(id);
  const counted = accumulatorsOf(parameters, visit).map(accumulatorKey);
  for (const row of personaOf(id).accumulators) {
    expect(counted).toContain(accumulatorKey(row));
    expect(cumTypeName(row.cum_type_code)).toBeDefined();
  }
});

/** 30,000 元, all in scope. */
const large: ClaimAmounts = {
  medfee_sumamt: asFen(3_000_000),
  fulamt_ownpay_amt: ZERO,
  overlmt_selfpay: ZERO,
  preselfpay_amt: ZERO,
  inscp_scp_amt: asFen(3_000_000),
};

it.each([
  ['xian-worker-diabetes-cap-nearly-used', claimL, { act_pay_dedc: 0, hifp_pay: 4000 }],
  ['nanjing-worker-deductible-nearly-used', claimL, { act_pay_dedc: 10_000, hifp_pay: 16_058 }],
  ['xian-retiree-temporary-deductible-used', claimL, { act_pay_dedc: 0, hifp_pay: 18_382 }],
] as const)('%s is paid as the worked examples say', (id, claim, shares) => {
  expect(settled(id, claim)).toMatchObject(shares);
});

it.each([
  ['xian-civil-servant-copd', 'cvlserv_pay'],
  ['nanjing-civil-servant-retired', 'cvlserv_pay'],
  ['xian-civil-servant-pool-nearly-used', 'hifob_pay'],
  ['xian-resident-serious-illness', 'hifmi_pay'],
  ['xian-resident-low-income', 'maf_pay'],
  ['nanjing-resident-extreme-poverty', 'maf_pay'],
  ['xian-resident-registered-poor', 'maf_pay'],
  ['nanjing-resident-poor-by-illness', 'maf_pay'],
  ['xian-disabled-soldier-coronary', 'hifdm_pay'],
  ['nanjing-preferential-rheumatoid', 'oth_pay'],
] as const)('%s shows %s', (id, field) => {
  expect(settled(id, large)[field]).toBeGreaterThan(0);
});
