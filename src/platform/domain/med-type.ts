import type { Benefit } from '../../rules/policy/case.ts';

/** 门诊慢特病 14 with its local children 140104, 140201 …. */
export const isChronic = (med_type: string): boolean => med_type.startsWith('14');

/** 急诊抢救: counts as filed (医保发〔2022〕22号). */
export const isEmergencyRescue = (med_type: string): boolean => med_type.startsWith('1301');

/**
 * Which benefit pays a medical category 医疗类别: 14 → 门诊慢特病; 11 普通门诊, 12 门诊挂号, 13 急诊 and their children →
 * 普通门诊. Undefined for what the sandbox does not settle.
 */
export const benefitOf = (med_type: string): Benefit | undefined => {
  if (isChronic(med_type)) return 'chronic';
  return /^1[123]/.test(med_type) ? 'general' : undefined;
};
