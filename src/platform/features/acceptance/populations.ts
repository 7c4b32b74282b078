import { isRetired } from '../../domain/person.ts';

/** The populations 测试人员 that the script names row by row: 职工在职, 职工退休, 居民. */
export const POPULATIONS = ['active', 'retired', 'resident'] as const;
export type Population = (typeof POPULATIONS)[number];

export const POPULATION_NAMES: Readonly<Record<Population, string>> = {
  active: '职工在职',
  retired: '职工退休',
  resident: '居民',
};

/** By 险种 and 人员类别: 390 is a resident, of the others 12 and 13 are retired. */
export const populationOf = (insutype: string, psn_type: string): Population =>
  insutype.startsWith('39') ? 'resident' : isRetired(psn_type) ? 'retired' : 'active';
