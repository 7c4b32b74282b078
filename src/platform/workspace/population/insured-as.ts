import type { Weighted } from './draws.ts';

/** As what somebody is insured 人员类别: kind of insurance, psn_type, and how to say it. */
export type InsuredAs = {
  readonly insutype: '310' | '390';
  readonly psn_type: string;
  readonly cvlserv_flag: '0' | '1';
  readonly title: string;
};

const resident = (psn_type: string, title: string): InsuredAs => ({
  insutype: '390', psn_type, cvlserv_flag: '0', title,
}); // prettier-ignore
const employee = (psn_type: string, title: string, cvlserv_flag: '0' | '1' = '0'): InsuredAs => ({
  insutype: '310', psn_type, cvlserv_flag, title,
}); // prettier-ignore

const WORKER = employee('1101', '在职职工');
const OFFICIAL = employee('1102', '在职公务员', '1');
const RETIREE = employee('1201', '退休职工');
const RETIRED_OFFICIAL = employee('1202', '退休公务员', '1');
const ADULT = resident('1501', '成年居民');
const STUDENT = resident('1404', '大学生');

/** What people of an age are insured as, youngest first; `below` is an age in full years. Invented. */
const AGES: readonly { readonly below: number; readonly as: Weighted<InsuredAs> }[] = [
  { below: 6, as: [[1, resident('1402', '学龄前儿童')]] },
  { below: 18, as: [[1, resident('1403', '中小学生')]] },
  { below: 23, as: [[55, STUDENT], [25, WORKER], [20, ADULT]] },
  { below: 60, as: [[62, WORKER], [4, OFFICIAL], [34, ADULT]] },
  { below: 200, as: [[52, RETIREE], [4, RETIRED_OFFICIAL], [44, resident('1601', '老年居民')]] },
]; // prettier-ignore

/** Who is not born yet on the day on which a workspace starts counts with the youngest. */
export const insuredAsAt = (age: number): Weighted<InsuredAs> => AGES.find(({ below }) => age < below)?.as ?? [];
