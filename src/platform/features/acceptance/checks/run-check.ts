import type { ActIndex } from '../evidence/act-index.ts';
import type { Exchange } from '../evidence/exchange.ts';
import type { Check } from '../requirements/requirement.ts';
import { checkActs } from './acts.ts';
import { checkChain } from './chain.ts';
import type { Finding, Grounds } from './finding.ts';
import { checkPopulations } from './populations.ts';
import { checkFound, checkOutsideReturned, checkOutsideStopped, checkScreen } from './queries.ts';
import { checkRows } from './rows.ts';
import { checkAdvance, checkFeeItems, checkFunds, checkOthers } from './settled-cases.ts';
import { checkBenefit, checkClean } from './whole-traffic.ts';

/** Some traffic of a side: what counts for 是, or the rehearsal. */
export type Traffic = {
  readonly index: ActIndex;
  /** The same with what breaks the tables. */
  readonly all: readonly Exchange[];
};

/** A check that looks at traffic; `combined` ones look at the results of others. */
export type TrafficCheck = Exclude<Check, { readonly kind: 'combined' }>;

type ByKind = {
  readonly [Kind in TrafficCheck['kind']]: (
    check: Extract<TrafficCheck, { readonly kind: Kind }>,
    traffic: Traffic,
    grounds: Grounds,
  ) => Finding;
};

const BY_KIND: ByKind = {
  acts: (check, { index }) => checkActs(check, index),
  rows: (check, { index }) => checkRows(check, index),
  populations: (check, { index }, grounds) => checkPopulations(check, index, grounds),
  others: ({ disease }, { index }) => checkOthers(disease, index),
  found: ({ disease }, { index }) => checkFound(disease, index),
  screen: ({ disease }, { index }, grounds) => checkScreen(disease, index, grounds),
  advance: ({ disease }, { index }, grounds) => checkAdvance(disease, index, grounds),
  chain: ({ disease }, { index }, grounds) => checkChain(disease, index, grounds),
  funds: ({ disease }, { index }, grounds) => checkFunds(disease, index, grounds),
  'fee-items': ({ disease }, { index }) => checkFeeItems(disease, index),
  'outside-returned': (_check, { index }, grounds) => checkOutsideReturned(index, grounds),
  'outside-stopped': (_check, { index }, grounds) => checkOutsideStopped(index, grounds),
  clean: (_check, { all }) => checkClean(all),
  benefit: (_check, { all }, grounds) => checkBenefit(all, grounds),
};

/** Pure: the same traffic gives the same finding. */
export const runCheck = (check: TrafficCheck, traffic: Traffic, grounds: Grounds): Finding =>
  (BY_KIND[check.kind] as (check: TrafficCheck, traffic: Traffic, grounds: Grounds) => Finding)(
    check,
    traffic,
    grounds,
  );
