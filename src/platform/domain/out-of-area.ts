import { reach, type Admdvs } from '../../kernel/admdvs.ts';
import type { Institution } from './institution.ts';
import type { Party } from './party.ts';
import { refuse, type Refusal } from './refusals.ts';

/** 省内异地定点 refuses other provinces, 非异地定点 everybody from elsewhere. */
export const outOfAreaStop = (institution: Institution, insuplc: Admdvs, by: Party): Refusal | undefined => {
  const far = reach(institution.admdvs, insuplc);
  if (far === 'local' || institution.outOfArea === 'national') return undefined;
  if (institution.outOfArea === 'none') return refuse(by, 'not-out-of-area');
  return far === 'cross-province' ? refuse(by, 'not-cross-province') : undefined;
};
