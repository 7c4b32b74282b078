/** A disease 门诊慢特病病种 as messages name it. */
export type Disease = { readonly code: string; readonly name: string };

/** The six codes under test, in the order of the script (source: 测试通过标准 §2.1). */
export const SIX: readonly Disease[] = [
  { code: 'M08300', name: '器官移植抗排异治疗' },
  { code: 'M05300', name: '慢性阻塞性肺疾病' },
  { code: 'M06900', name: '类风湿关节炎' },
  { code: 'M04600', name: '冠心病' },
  { code: 'M00200', name: '病毒性肝炎' },
  { code: 'M07200', name: '强直性脊柱炎' },
];

/** A disease that no province settles for another one: qualified for at home, seen by 1406, stopped by the nation. */
export const OUTSIDE: Disease = { code: 'M00201', name: '慢性乙型肝炎' };

/** Codes outside the list, most of them one step from a code in it: fine codes, category codes, slips of the hand. */
export const OUTSIDE_CODES: readonly string[] = [
  OUTSIDE.code, 'M00300', 'M08307', 'M08309', 'M07800', 'M07802', 'M05301', 'M06901', 'M04601', 'M07201', 'M03901',
  'M01601', 'M00501', 'M01001',
]; // prettier-ignore
