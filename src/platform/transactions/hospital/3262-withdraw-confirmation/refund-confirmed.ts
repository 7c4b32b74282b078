import type { Confirmation } from '../../../domain/confirmation.ts';

/** A settlement whose confirmation is to be taken back, and what was said of its refund. */
export type Refunded = { readonly setl_id: string; readonly refunds: readonly Confirmation[] };

/**
 * A refund is confirmed only where its settlement is: the settlement, the refund and the message that must be taken
 * back first, unless it is taken back as well.
 */
export const refundConfirmedElsewhere = (
  refunded: readonly Refunded[],
  named: readonly Confirmation[],
): readonly [setl_id: string, refund: string, reference: string] | undefined => {
  const going = new Set(named.map((row) => row.setl_id));
  for (const { setl_id, refunds } of refunded) {
    const other = refunds.find((row) => row.confirmed && !going.has(row.setl_id));
    if (other) return [setl_id, other.setl_id, other.reference];
  }
  return undefined;
};
