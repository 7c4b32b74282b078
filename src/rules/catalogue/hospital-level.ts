/**
 * Level groups 医院等级 that policies and price limits speak of. The interface has fourteen values of hosp_lv
 * (湖南省医疗保障信息平台定点医药机构接口规范 V1.1.27, dictionary hosp_lv); a policy knows four groups.
 */
export const LEVEL_GROUPS = ['三级', '二级', '一级', '基层'] as const;
export type LevelGroup = (typeof LEVEL_GROUPS)[number];

/** Sandbox: 无等级 (11) counts as 基层. The groups of the other values are in their names. */
// prettier-ignore
const GROUP_OF: Readonly<Record<string, LevelGroup>> = {
  1: '三级', 2: '三级', 3: '三级', 4: '三级', 12: '三级',
  5: '二级', 6: '二级', 7: '二级', 13: '二级',
  8: '一级', 9: '一级', 10: '一级', 14: '一级',
  11: '基层',
};

/** `02` or `2` (三级甲等) → 三级. Undefined for a value outside the dictionary. */
export const levelGroupOf = (hosp_lv: string): LevelGroup | undefined => GROUP_OF[hosp_lv.replace(/^0/, '')];
