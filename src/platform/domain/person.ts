import type { Admdvs } from '../../kernel/admdvs.ts';
import { addMonths, type CivilDate } from '../../kernel/civil-time.ts';
import type { Grade } from '../../rules/policy/case.ts';
import type { AccountHolder } from './settlement.ts';

/** One insurance 参保 of a person: a row of 1101 `insuinfo`. The account's balance is kept apart, it moves. */
export type Insurance = {
  readonly insutype: string;
  readonly psn_type: string;
  /** 1 正常参保, 2 暂停参保, 4 终止参保 */
  readonly psn_insu_stas: string;
  readonly psn_insu_date: CivilDate;
  readonly paus_insu_date?: CivilDate;
  readonly cvlserv_flag: '0' | '1';
  readonly insuplc_admdvs: Admdvs;
  readonly emp_name?: string;
  /** 缴费档次 of 居民, where the place has grades. */
  readonly grade?: Grade;
  /** True where the employer has a supplementary plan 企业补充医疗保险. */
  readonly employer_plan?: boolean;
};

/** A special identity 人员身份类别, list psn_idet_type: a row of 1101 `idetinfo`. */
export type SpecialIdentity = {
  readonly psn_idet_type: string;
  readonly psn_type_lv?: string;
  readonly memo?: string;
  readonly begndate: CivilDate;
  readonly enddate?: CivilDate;
};

/** A synthetic person. Identity numbers have 9900 after the province: no real person can have them. */
export type Person = {
  readonly psn_no: string;
  readonly psn_cert_type: string;
  readonly certno: string;
  readonly psn_name: string;
  readonly gend: string;
  readonly naty: string;
  readonly brdy: CivilDate;
  readonly insurances: readonly Insurance[];
  readonly identities: readonly SpecialIdentity[];
  /** Number and recognition code 卡识别码 of the 社会保障卡; absent for a person without one. */
  readonly card?: { readonly card_no: string; readonly card_sn: string };
  /** 医保电子凭证令牌 that a reader would deliver. */
  readonly ec_token?: string;
  /** A family member whose account may pay 家庭共济 (acct_used_flag 2). */
  readonly family?: AccountHolder;
  /** Who this person is for: one sentence of `GET /_sandbox/personas`. Absent for persons that a user added. */
  readonly persona?: { readonly id: string; readonly shows: string };
};

/** Kind of a filing 备案: 长期居住, 转诊, 急诊抢救, 其他临时外出. */
export type FilingKind = 'resident' | 'referral' | 'emergency' | 'other';

/** The kinds as they are shown. */
export const FILING_NAMES: Readonly<Record<FilingKind, string>> = {
  resident: '长期居住',
  referral: '转诊',
  emergency: '急诊抢救',
  other: '临时外出',
};

/**
 * Why a filing or a qualification ended before its time, and on which day: its last day is the day before (or before
 * its begin: it never held). cancelled 撤销, changed 变更 (another one follows), terminated 终止 (by the place: fraud).
 */
export type Ended = { readonly how: 'cancelled' | 'changed' | 'terminated'; readonly on: CivilDate };

/** A filing for treatment elsewhere 异地就医备案, to a city, to a whole province or to one institution. */
export type Filing = {
  /** 待遇申报明细流水号 */
  readonly trt_dcla_detl_sn: string;
  readonly psn_no: string;
  readonly kind: FilingKind;
  readonly mdtrtarea_admdvs: Admdvs;
  readonly fixmedins_code?: string;
  readonly begndate: CivilDate;
  readonly enddate?: CivilDate;
  readonly ended?: Ended;
};

/** A recognised chronic disease 门诊慢特病认定资格 (national 1610). */
export type Qualification = {
  readonly trt_dcla_detl_sn: string;
  readonly psn_no: string;
  readonly insutype: string;
  /** The place's own code; equal to the national one where it has no code of its own. */
  readonly local_dise_code: string;
  /** National code 全国统一病种代码; absent where the place has no mapping. */
  readonly opsp_dise_code?: string;
  readonly opsp_dise_name: string;
  readonly begndate: CivilDate;
  readonly enddate?: CivilDate;
  readonly ended?: Ended;
};

/** An institution that the person chose for a chronic disease 选择的定点医疗机构 (national 1825, hospital 5302). */
export type ChosenInstitution = {
  readonly psn_no: string;
  readonly insutype: string;
  readonly biz_appy_type: string;
  readonly opsp_dise_code?: string;
  readonly fix_srt_no: string;
  readonly fixmedins_code: string;
  readonly fixmedins_name: string;
  readonly begndate: CivilDate;
  readonly enddate?: CivilDate;
};

/** A paid month 缴费记录, as 90100 of 广东 lists it: accrual months yyyyMM. */
export type Contribution = {
  readonly psn_no: string;
  readonly insutype: string;
  readonly poolarea_no: Admdvs;
  readonly accrym_begn: string;
  readonly accrym_end: string;
  readonly clct_flag: '0' | '1';
  readonly clct_time: string;
};

/** Civil servant, retired …: readings of the four-digit psn_type, whose first two digits are the national value. */
export const isRetired = (psn_type: string): boolean => psn_type.startsWith('12') || psn_type.startsWith('13');

/** True while the begin and end dates, both inclusive, contain the day. */
export const validOn = (row: { readonly begndate: CivilDate; readonly enddate?: CivilDate }, day: CivilDate): boolean =>
  row.begndate <= day && (row.enddate === undefined || day <= row.enddate);

/** Of those whose last day is past, the one that ended last. */
export const lastOver = <Row extends { readonly enddate?: CivilDate }>(
  rows: readonly Row[],
  day: CivilDate,
): (Row & { readonly enddate: CivilDate }) | undefined =>
  rows
    .flatMap((row) => (row.enddate !== undefined && row.enddate < day ? [{ ...row, enddate: row.enddate }] : []))
    .reduce<(Row & { readonly enddate: CivilDate }) | undefined>(
      (last, row) => (last === undefined || row.enddate >= last.enddate ? row : last),
      undefined,
    );

/** The insurance of that kind at that place, if the person has one. */
export const insuranceAt = (person: Person, place: Admdvs, insutype: string): Insurance | undefined =>
  person.insurances.find((row) => row.insuplc_admdvs === place && row.insutype === insutype);

/** Full months of insurance without a break 连续参保月数 until a day. */
export const monthsInsured = ({ psn_insu_date }: Insurance, on: CivilDate): number => {
  const [from, until] = [monthNumber(psn_insu_date), monthNumber(on)];
  const months = until - from;
  return Math.max(0, addMonths(psn_insu_date, months) > on ? months - 1 : months);
};

const monthNumber = (day: CivilDate): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
