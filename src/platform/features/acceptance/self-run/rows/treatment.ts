import type { Row } from '../row.ts';
import {
  REGISTER,
  SETTLE,
  SETTLE_AS_BEFORE,
  SETTLE_IN_ADVANCE,
  SETTLE_WITH_SIX_ITEMS,
  TRIAL,
} from '../steps/claims.ts';
import { FIND_SETTLEMENT, HIDDEN_FROM_OTHERS, QUERY_ENTITLEMENTS } from '../steps/queries.ts';
import { REFUND, REFUND_AGAIN } from '../steps/refunds.ts';
import {
  eachCredentialTwice,
  eachPopulation,
  everybodyAtGreatCost,
  onePerson,
  otherPeople,
  temporaryVisitors,
} from './cases.ts';
import { CHAINS } from './chains.ts';

/** The rows that are played for each of the six diseases. To add one, copy one. */
export const TREATMENT: readonly Row[] = [
  {
    key: 'entitlements',
    number: { treatment: '1', insured: '1' },
    title: '认定资格查询 1406',
    cases: eachPopulation,
    steps: [QUERY_ENTITLEMENTS],
  },
  {
    key: 'credentials',
    title: '挂号、预结算、结算，每种凭证两次',
    cases: eachCredentialTwice,
    steps: [REGISTER, TRIAL, SETTLE],
  },
  {
    key: 'settle-refund-settle',
    number: { treatment: '2', insured: '9' },
    title: '结算→退费→再结算',
    cases: eachPopulation,
    steps: [TRIAL, SETTLE, REFUND, TRIAL, SETTLE_AS_BEFORE],
  },
  {
    key: 'settle',
    number: { treatment: '3', insured: '10' },
    title: '结算',
    cases: eachPopulation,
    steps: [TRIAL, SETTLE],
  },
  {
    key: 'refund',
    number: { treatment: '4', insured: '11' },
    title: '退费',
    cases: eachPopulation,
    steps: [TRIAL, SETTLE, REFUND],
  },
  {
    key: 'refund-again',
    number: { treatment: '5', insured: '12' },
    title: '已退费的再次退费',
    cases: eachPopulation,
    steps: [TRIAL, SETTLE, REFUND, REFUND_AGAIN],
  },
  {
    key: 'other-people',
    number: { treatment: '6', insured: '13' },
    title: '其他人员类别结算',
    cases: otherPeople,
    without: '参保地没有找到公务员、军残、建档立卡、救助、优抚人员',
    steps: [TRIAL, SETTLE],
  },
  {
    key: 'find-settlement',
    number: { treatment: '7', insured: '7' },
    title: '结算信息查询 1404：查到本省的',
    cases: onePerson,
    steps: [TRIAL, SETTLE, FIND_SETTLEMENT],
  },
  {
    key: 'hidden-from-others',
    number: { treatment: '8', insured: '8' },
    title: '结算信息查询 1404：第三省查不到',
    cases: onePerson,
    steps: [TRIAL, SETTLE, HIDDEN_FROM_OTHERS],
  },
  {
    key: 'full-advance',
    number: { treatment: '14', insured: '14' },
    title: '全额垫付',
    cases: temporaryVisitors,
    without: '参保地没有找到临时外出的居民',
    steps: [TRIAL, SETTLE_IN_ADVANCE],
  },
  ...CHAINS,
  {
    key: 'fund-types',
    number: { treatment: '16', insured: '16' },
    title: '大额费用，见到的基金类型',
    cases: everybodyAtGreatCost,
    steps: [TRIAL, SETTLE, REFUND],
  },
  {
    key: 'six-items',
    number: { treatment: '17', insured: '17' },
    title: '六项费用有值',
    cases: onePerson,
    steps: [TRIAL, SETTLE_WITH_SIX_ITEMS],
  },
];
