import type { Admdvs } from '../../kernel/admdvs.ts';
import type { CivilDate } from '../../kernel/civil-time.ts';

/** One disease code 门诊慢特病病种 and the time for which its row holds. */
export type Disease = {
  /** 病种代码, M + five digits. */
  readonly code: string;
  /** 病种名称 */
  readonly name: string;
  /** 病种类别 */
  readonly category: string;
  /** The category code 大类 of a fine code 细码: M08300 for M08301. */
  readonly under?: string;
  /** First day. */
  readonly from: CivilDate;
  /** Last day; absent = still in force. */
  readonly to?: CivilDate;
};

/** A code that one place uses at home only; it never crosses a province. */
export type LocalDisease = {
  readonly code: string;
  readonly name: string;
  readonly place: Admdvs;
  readonly from: CivilDate;
  readonly to?: CivilDate;
};

/** The codes that the national platform lets through, and the local ones that it must not. */
export type DiseaseList = {
  readonly crossProvince: readonly Disease[];
  readonly local: readonly LocalDisease[];
};

/** Whether a row holds on a day; both ends belong to it. */
export const inForce = (row: { readonly from: CivilDate; readonly to?: CivilDate }, on: CivilDate): boolean =>
  row.from <= on && (row.to === undefined || on <= row.to);
