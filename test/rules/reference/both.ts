import { asFen } from '../../../src/kernel/money.ts';
import type { SettleRequest } from '../../../src/rules/benefit/request.ts';
import { settle } from '../../../src/rules/benefit/settle.ts';
import type { LevelGroup } from '../../../src/rules/catalogue/hospital-level.ts';
import { accumulatorKey } from '../../../src/rules/ledger/accumulator.ts';
import type { Filing } from '../../../src/rules/policy/case.ts';
import { findParameters } from '../../../src/rules/policy/find-parameters.ts';
import { SHARE_NAMES, underEngineKeys } from './engine-names.ts';
import { settleSlowly } from './settle-slowly.ts';
import type { Visit } from './visit.ts';
import type { World } from './worlds.ts';

const fen = (amount: bigint) => asFen(Number(amount));

/** A visit as the engine wants it. */
export const requestFor = ({ index }: World, visit: Visit): SettleRequest => {
  const { place, insutype, benefit, treated, cost, person, disease, account } = visit;
  const found = findParameters(index, { place, insutype, benefit, date: treated });
  if (found.outcome === 'noPolicy') throw new Error(found.text);
  const { grade, ...others } = person;
  return {
    parameters: found.parameters,
    claim: {
      medfee_sumamt: fen(cost.ownPay + cost.overLimit + cost.preself + cost.inScope),
      fulamt_ownpay_amt: fen(cost.ownPay),
      overlmt_selfpay: fen(cost.overLimit),
      preselfpay_amt: fen(cost.preself),
      inscp_scp_amt: fen(cost.inScope),
    },
    person: { insutype, ...others, ...(grade === undefined ? {} : { grade }) },
    visit: {
      benefit,
      ...(disease === undefined ? {} : { disease }),
      level: visit.level as LevelGroup,
      filing: visit.filing as Filing,
      serviceDate: treated,
      settlementDate: visit.settled,
    },
    used: Object.fromEntries(
      Object.entries(underEngineKeys(visit.before, insutype)).map(([key, amount]) => [key, asFen(amount)]),
    ),
    account: { use: account.use, balance: fen(account.own), family: fen(account.family) },
  };
};

/** Shares and movements of the sums, under the names of the engine, as plain numbers. */
export type Compared = { readonly shares: Record<string, number>; readonly sums: Record<string, number> };

export const byEngine = (world: World, visit: Visit): Compared => {
  const { shares, deltas } = settle(requestFor(world, visit));
  const { hosp_part_amt: _borneByNobody, ...compared } = shares;
  return {
    shares: compared,
    sums: Object.fromEntries(deltas.map((delta) => [accumulatorKey(delta), delta.amount])),
  };
};

export const byReference = ({ files }: World, visit: Visit): Compared => {
  const { shares, growth } = settleSlowly(files, visit);
  // 大病 of 职工 and 大额 share one field.
  const { large = 0n, serious = 0n, ...named } = shares;
  const employee = visit.insutype === '310';
  return {
    shares: {
      ...Object.fromEntries(Object.entries(named).map(([name, share]) => [SHARE_NAMES[name] ?? name, Number(share)])),
      hifob_pay: Number(large + (employee ? serious : 0n)),
      hifmi_pay: Number(employee ? 0n : serious),
    },
    sums: underEngineKeys(growth, visit.insutype),
  };
};
