import { reach, type Admdvs } from '../../kernel/admdvs.ts';

/** Cross-province 跨省: only then are filings asked for and the national node involved. */
export const farAway = (where: { readonly mdtrtarea: Admdvs; readonly insuplc: Admdvs }): boolean =>
  reach(where.mdtrtarea, where.insuplc) === 'cross-province';
