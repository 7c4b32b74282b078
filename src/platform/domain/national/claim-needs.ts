import type { RefusalName } from '../refusals.ts';

/** What 1106 and 1107 cannot be decided without: where, who, which visit, what was split how. */
export const CLAIM_NEEDS: readonly string[] = [
  'data.mdtrtarea', 'data.insuplc', 'data.fixmedins_code', 'data.insutype', 'data.mdtrtsn', 'data.med_type',
  'data.medfee_sumamt', 'data.inscp_scp_amt', 'data.preselfpay_amt', 'data.fulamt_ownpay_amt', 'data.overlmt_selfpay',
  'feedetail[].amt', 'feedetail[].inscp_scp_amt', 'feedetail[].preselfpay_amt', 'feedetail[].fulamt_ownpay_amt',
  'feedetail[].overlmt_amt',
]; // prettier-ignore

/** What the national node itself may say to 1106 and 1107 when nothing intercepts them. */
export const CLAIM_STOPS: readonly RefusalName[] = [
  'visit-number-used', 'visit-number-spent', 'amount-out-of-range', 'line-too-large', 'sums-disagree',
]; // prettier-ignore
