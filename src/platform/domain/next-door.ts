import { reach, type Admdvs } from '../../kernel/admdvs.ts';

/** Across provinces the national node; within a province, or at home, the insured place directly. */
export const nextDoor = (mdtrtarea: Admdvs, insuplc: Admdvs): 'national' | 'insured' =>
  reach(mdtrtarea, insuplc) === 'cross-province' ? 'national' : 'insured';
