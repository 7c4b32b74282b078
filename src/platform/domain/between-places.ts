/**
 * Transactions of the national door that two places take part in, new business and earlier: the treatment place and the
 * insured place. All others the national node answers alone.
 */
export const BETWEEN_PLACES: ReadonlySet<string> = new Set(['1005', '1106', '1107', '1203', '1301', '1404', '1406']);
