import type { CivilDate } from '../../kernel/civil-time.ts';

/** What tells one match from another: 3302 names it by these. */
export type MatchKey = {
  readonly fixmedins_code: string;
  /** 定点医药机构目录编号: the institution's own code. */
  readonly fixmedins_hilist_id: string;
  readonly list_type: string;
  readonly med_list_codg: string;
};

/** 目录对照: which national code an institution's own item stands for, as it uploaded it (3301). */
export type ItemMatch = MatchKey & {
  readonly fixmedins_hilist_name?: string;
  readonly begndate: CivilDate;
  readonly enddate?: CivilDate;
  /** 批准文号 */
  readonly aprvno?: string;
  /** 剂型 */
  readonly dosform?: string;
  /** 除外内容 */
  readonly exct_cont?: string;
  /** 项目内涵 */
  readonly item_cont?: string;
  /** 计价单位 */
  readonly prcunt?: string;
  /** 规格 */
  readonly spec?: string;
  /** 包装规格 */
  readonly pacspec?: string;
  readonly memo?: string;
  /** `1` 有效; `0` withdrawn by 3302 and still listed, so that a HIS learns of it. */
  readonly vali_flag: '0' | '1';
  /** 唯一记录号 (sandbox): place and number of the exchange that first uploaded it. */
  readonly rid: string;
  readonly crte_time: CivilDate;
  readonly updt_time: CivilDate;
};
