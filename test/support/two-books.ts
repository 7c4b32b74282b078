import type { Reader } from '../../src/platform/store/port.ts';

/**
 * The books of the national node with its hospitals and of a province that answers for itself, read as one: what the
 * insured place keeps comes from the province, everything else from the nation. For tests that play nobody insured
 * elsewhere.
 */
export const asOneBook = (nation: Reader, province: Reader): Reader => ({
  ...nation,
  balance: province.balance,
  accumulators: province.accumulators,
  settlement: (book, setl_id) => (book === 'insured' ? province : nation).settlement(book, setl_id),
  settlementsOfVisit: (book, mdtrt_id) => (book === 'insured' ? province : nation).settlementsOfVisit(book, mdtrt_id),
  refundsOf: (book, setl_id) => (book === 'insured' ? province : nation).refundsOf(book, setl_id),
  // Both count their exchanges from the same number: the province's are another's.
  journal: (limit) => [
    ...province.journal(limit).map((row) => ({ ...row, trace: `P${row.trace}` })),
    ...nation.journal(limit),
  ],
});
