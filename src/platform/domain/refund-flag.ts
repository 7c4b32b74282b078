import type { Settlement } from './settlement.ts';

/**
 * 退费结算标志 refd_setl_flag: both rows of a refund carry it, the settlement and its mirror, so that what is without it
 * adds up to what stands (after a public statistics query of an insurance bureau).
 */
export const isRefunded = ({ refundOf, state }: Settlement): boolean => refundOf !== undefined || state === 'refunded';

export const refundFlag = (settlement: Settlement): '0' | '1' => (isRefunded(settlement) ? '1' : '0');
