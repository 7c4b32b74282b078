import type { Admdvs } from '../../kernel/admdvs.ts';
import type { CivilDate } from '../../kernel/civil-time.ts';

/** 异地标志: 国家异地定点 serves everybody, 省内异地定点 its province, 非异地定点 its own place (source: 中山大学附属第七医院 医保移动支付开发需求书). */
export type OutOfAreaFlag = 'national' | 'province' | 'none';

/** A disease 门诊慢特病种 that an institution has opened for cross-province settlement (national 1620). */
export type OpenedDisease = {
  readonly opsp_dise_code: string;
  readonly begndate: CivilDate;
  readonly enddate?: CivilDate;
};

/** A designated institution 定点医药机构. */
export type Institution = {
  readonly fixmedins_code: string;
  readonly fixmedins_name: string;
  /** 统一社会信用代码 */
  readonly uscc: string;
  /** 1 定点医疗机构, 2 定点零售药店 */
  readonly fixmedins_type: string;
  /** 医院等级, list hosp_lv: 2 三级甲等 … 11 无等级 */
  readonly hosp_lv: string;
  /** Where it stands: its place of treatment 就医地. */
  readonly admdvs: Admdvs;
  readonly outOfArea: OutOfAreaFlag;
  /** True when it checks the person's face or paper: only then may an identity card 居民身份证 be the credential. */
  readonly real_name: boolean;
  /** True where the readers have no PSAM 卡: cards are then authenticated by the platform (9201). */
  readonly no_psam?: boolean;
  /** 联网状态: suspended 暂停, cancelled 取消; absent: 正常 (national table fixmedins_b, fix_onln_open_flag 0 / 2 / 1). */
  readonly online?: 'suspended' | 'cancelled';
  readonly openedDiseases: readonly OpenedDisease[];
};
