/**
 * On which side of a transaction a province is tested: as 就医省 it treats other provinces' insured, as 参保省 its own
 * insured are treated elsewhere.
 */
export type Side = 'treatment' | 'insured';

export const SIDES: readonly Side[] = ['treatment', 'insured'];

export const SIDE_NAMES: Readonly<Record<Side, string>> = { treatment: '就医省', insured: '参保省' };
