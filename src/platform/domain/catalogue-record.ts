import type { Admdvs } from '../../kernel/admdvs.ts';
import type { CivilDate } from '../../kernel/civil-time.ts';

/** Sandbox: the day since which an item stands in the list, where nothing says since when. */
export const LISTED_SINCE: CivilDate = '2022-01-01';

/** What is known of a row of the catalogue as a record; who made it is not. */
type Known = {
  readonly place: Admdvs;
  /** What tells the row from others of its kind. */
  readonly key: readonly string[];
  readonly begndate?: CivilDate | undefined;
  readonly enddate?: CivilDate | undefined;
  readonly updt_time?: CivilDate | undefined;
};

/** The columns of a record that 1312, 1316, 1318 and 1319 print alike. */
export const catalogueRecord = ({ place, key, begndate = LISTED_SINCE, enddate, updt_time = LISTED_SINCE }: Known) => ({
  insu_admdvs: place,
  begndate,
  enddate,
  vali_flag: '1',
  /** 唯一记录号 (sandbox): made of the key, so that it stays the same from query to query. */
  rid: `${place}${key.join('-')}`,
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
