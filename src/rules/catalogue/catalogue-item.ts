import type { CivilDate } from '../../kernel/civil-time.ts';
import type { Price } from '../../kernel/quantity.ts';
import type { Rate } from '../../kernel/rate.ts';
import type { LevelGroup } from './hospital-level.ts';

/** 收费项目等级: 01 甲类, 02 乙类, 03 丙类. */
export type ChargeLevel = '01' | '02' | '03';

/** `1` 是, `0` 否. */
export type Flag = '0' | '1';

/** One drug, service or consumable of a catalogue 医保目录, as the place of treatment keeps it. */
export type CatalogueItem = {
  /** 医疗目录编码 */
  readonly med_list_codg: string;
  readonly name: string;
  /** 目录类别: 101 西药中成药, 102 中药饮片, 201 医疗服务项目, 301 医用耗材 … */
  readonly list_type: string;
  readonly chrgitm_lv: ChargeLevel;
  /** 医疗收费项目类别: 01 床位费 … 14 其他费 */
  readonly med_chrgitm_type: string;
  /** 先自付比例; nothing for 甲类. Not read for 丙类. */
  readonly selfpay_prop: Rate;
  /** 限价: the highest price in scope at a hospital of this level group. No entry = no limit. */
  readonly limits?: Readonly<Partial<Record<LevelGroup, Price>>>;
  /** First day of the limits; absent = as long as anybody asks back. */
  readonly limit_begndate?: CivilDate;
  /** Last day of the limits, that day included; absent = still in force. */
  readonly limit_enddate?: CivilDate;
  /** 限制使用标志: in scope only with the hospital's approval. */
  readonly lmt_used_flag: Flag;
  /** 基本药物 */
  readonly bas_medn_flag: Flag;
  /** 医保谈判药品 */
  readonly hi_nego_drug_flag: Flag;
  /** 儿童用药 */
  readonly chld_medc_flag: Flag;
  /** 剂型 */
  readonly dosform?: string;
  /** 规格 */
  readonly spec?: string;
  /** 商品名 */
  readonly prodname?: string;
  /** The day on which the place last changed it; absent = since the list began. */
  readonly updt_time?: CivilDate;
};
