import type { Admdvs } from '../../kernel/admdvs.ts';
import type { CivilDate } from '../../kernel/civil-time.ts';
import type { CatalogueItem } from '../../rules/catalogue/catalogue-item.ts';
import type { Days } from './catalogue-asked.ts';

/** Sandbox: the day since which an item stands in the list, where nothing says since when. */
export const LISTED_SINCE: CivilDate = '2022-01-01';

/** The days of an item in the list. */
export const listedDays = ({ updt_time = LISTED_SINCE }: CatalogueItem): Days => ({
  begndate: LISTED_SINCE,
  updt_time,
});

/** 唯一记录号 (sandbox): made of place and key, so that it stays the same from query to query. */
export const recordNumber = (place: Admdvs, ...key: readonly string[]): string => `${place}${key.join('-')}`;

/** The columns of a record that 1312 and 1316–1319 print alike. */
export const catalogueRecord = (place: Admdvs, rid: string, { begndate, enddate, updt_time }: Days) => ({
  insu_admdvs: place,
  begndate,
  enddate,
  vali_flag: '1',
  rid,
  updt_time,
  crte_time: LISTED_SINCE,
  poolarea_no: place,
});

/** Said of the required columns that the sandbox has no facts for. */
export const RECORD_DIFFERENCES = [
  '没有起止日期和更新时间的项目，开始、创建、更新日期一律答 2022-01-01（沙箱自定）；导入的项目更新时间为导入当天。',
  '创建人、经办人等沙箱不知道的字段为空；唯一记录号 rid 由区划和编码拼成，是沙箱自定的。',
  'begndate 取该日及以后开始的、enddate 取该日及以前结束的、updt_time 取该日及以后更新的：这是沙箱的理解。',
] as const;
