/** The diseases under test 待测病种 in the order of the documents (国家医疗保障局办公室 2024-09-24 通知 附件1 §2.1). */
export const TESTED_DISEASES = [
  { code: 'M08300', name: '器官移植抗排异治疗' },
  { code: 'M05300', name: '慢性阻塞性肺疾病' },
  { code: 'M06900', name: '类风湿关节炎' },
  { code: 'M04600', name: '冠心病' },
  { code: 'M00200', name: '病毒性肝炎' },
  { code: 'M07200', name: '强直性脊柱炎' },
] as const;

/** Their codes. */
export const TESTED_CODES: readonly string[] = TESTED_DISEASES.map(({ code }) => code);

/** The name of one of them; the code itself for any other. */
export const diseaseName = (code: string): string => TESTED_DISEASES.find((row) => row.code === code)?.name ?? code;
