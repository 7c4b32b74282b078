/** A transaction at a door. */
export type Business = { readonly door: string; readonly infno: string };

/**
 * New business 新业务: what brings forth a visit, a claim or a filing. What undoes, ends or reads earlier business is
 * not, nor what belongs to nobody's treatment: it passes where new business is stopped (sandbox: no document draws the
 * line).
 */
const NEW_BUSINESS = {
  hospital: new Set([
    '2201', '2203', '2203A', '2204', '2205', '2206', '2206A', '2207', '2207A', '2501', '2503', '2505',
  ]),
  national: new Set(['1005', '1106', '1107']),
}; // prettier-ignore

/** The insured place is asked by the numbers of the national door. */
export const sideOf = ({ door }: Business): 'hospital' | 'national' => (door === 'hospital' ? door : 'national');

export const isNewBusiness = (business: Business): boolean => NEW_BUSINESS[sideOf(business)].has(business.infno);
