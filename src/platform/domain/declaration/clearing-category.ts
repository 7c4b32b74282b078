import { reach } from '../../../kernel/admdvs.ts';
import type { Institution } from '../institution.ts';
import type { Settlement } from '../settlement.ts';

const PHARMACY = '2';

/** 1 门诊, 2 住院, 4 药店购药. */
const kindOf = (med_type: string, institution: Institution): string => {
  if (institution.fixmedins_type === PHARMACY || med_type.startsWith('41')) return '4';
  return /^(2|52)/.test(med_type) ? '2' : '1';
};

/**
 * 清算类别 of somebody insured elsewhere as the chapter 异地购药 codes it: 310112 职工跨省门诊 — insurance, kind of treatment,
 * 省内 or 跨省. The code of the settlement itself (11 门诊) is another list.
 */
export const clearingCategory = (
  { visitor, med_type, mdtrtarea, insuplc }: Settlement,
  institution: Institution,
): string => {
  const insurance = visitor.insutype.startsWith('39') ? '390' : '310';
  const far = reach(mdtrtarea, insuplc) === 'cross-province';
  return `${insurance}${kindOf(med_type, institution)}1${far ? '2' : '1'}`;
};
