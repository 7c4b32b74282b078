import { sum, ZERO, type Fen } from '../../kernel/money.ts';
import type { Rate } from '../../kernel/rate.ts';
import { NOTHING } from '../../kernel/rate.ts';
import type { Accumulator } from '../ledger/accumulator.ts';
import type { Delta } from '../ledger/delta.ts';
import type { AsOf } from '../ledger/period.ts';
import type { Facts, VisitFacts } from '../policy/case.ts';
import type { Basis } from '../policy/basis.ts';
import type { BenefitParameters } from '../policy/parameters.ts';
import type { SettleRequest } from './request.ts';
import type { ExplanationStep, FundRow, FundShares } from './settled.ts';

/** In-scope cost that one ratio applies to. */
export type Slice = { readonly cost: Fen; readonly ratio: Rate };

/** How the basic fund looks at the in-scope cost. */
export type Basic = {
  /** 实际支付起付线 */
  readonly deductible: Fen;
  /** In-scope cost above it, less the first self-pay of 异地就医, by ratio. */
  readonly slices: readonly Slice[];
  /** The ratio of the pool after every discount, and the parameter that settled it last. */
  readonly ratio: Rate;
  readonly basis: Basis | undefined;
};

/** What caps leave to pay now; undefined = no cap. */
export type Left = {
  /** Of the benefit: disease, group or month. */
  readonly benefit: Fen | undefined;
  /** Of the pool in the year. */
  readonly pool: Fen | undefined;
};

/** What the person pays: from the own account, from the family's, in cash. */
export type PersonShares = { readonly own: Fen; readonly family: Fen; readonly cash: Fen };

/** What the steps of a settlement hand on. */
export type State = {
  readonly request: SettleRequest;
  readonly facts: Facts;
  readonly asOf: AsOf;
  /** In-scope cost that no fund has paid yet. */
  readonly unpaid: Fen;
  /** 先行自付 that no fund has paid yet; only 大病 may reach it, where the place says so. */
  readonly preself: Fen;
  /** What nobody has borne yet, of the whole claim. */
  readonly open: Fen;
  readonly basic: Basic;
  readonly left: Left;
  readonly paid: FundShares;
  readonly person: PersonShares;
  readonly funds: readonly FundRow[];
  readonly deltas: readonly Delta[];
  readonly explanation: readonly ExplanationStep[];
};

/** What a step may replace. Who and what is settled stays. */
export type Changes = Partial<Omit<State, 'request' | 'facts' | 'asOf'>>;

/** What a step may read of a visit before the person is known. */
export type Reads = {
  readonly parameters: BenefitParameters;
  readonly visit: VisitFacts;
  readonly asOf: AsOf;
};

/**
 * One rule of a settlement. `run` moves the state and says why; `reads` lists every accumulator that `run` could ask
 * for, for whatever person, so that the platform can load exactly these beforehand.
 */
export type Step = {
  readonly run: (state: State) => State;
  readonly reads: (reads: Reads) => readonly Accumulator[];
};

const NO_FUNDS: FundShares = {
  hifp_pay: ZERO,
  cvlserv_pay: ZERO,
  hifes_pay: ZERO,
  hifmi_pay: ZERO,
  hifob_pay: ZERO,
  hifdm_pay: ZERO,
  maf_pay: ZERO,
  oth_pay: ZERO,
};

/** Before the first step: the claim is known, nobody has borne anything. */
export const startingState = (request: SettleRequest, facts: Facts): State => ({
  request,
  facts,
  asOf: { settlement: request.visit.settlementDate },
  unpaid: request.claim.inscp_scp_amt,
  preself: request.claim.preselfpay_amt,
  open: request.claim.medfee_sumamt,
  basic: { deductible: ZERO, slices: [], ratio: NOTHING, basis: undefined },
  left: { benefit: undefined, pool: undefined },
  paid: NO_FUNDS,
  person: { own: ZERO, family: ZERO, cash: ZERO },
  funds: [],
  deltas: [],
  explanation: [],
});

/**
 * The state with some parts replaced. Spelled out: spreading an object of this size costs twenty times as much, and a
 * settlement does it two dozen times.
 */
export const advance = (state: State, changes: Changes): State => ({
  request: state.request,
  facts: state.facts,
  asOf: state.asOf,
  unpaid: changes.unpaid ?? state.unpaid,
  preself: changes.preself ?? state.preself,
  open: changes.open ?? state.open,
  basic: changes.basic ?? state.basic,
  left: changes.left ?? state.left,
  paid: changes.paid ?? state.paid,
  person: changes.person ?? state.person,
  funds: changes.funds ?? state.funds,
  deltas: changes.deltas ?? state.deltas,
  explanation: changes.explanation ?? state.explanation,
});

export const fundTotal = (paid: FundShares): Fen => sum(Object.values(paid));
