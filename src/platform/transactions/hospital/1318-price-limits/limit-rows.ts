import { placeOf } from '../../../../kernel/admdvs.ts';
import type { CatalogueItem } from '../../../../rules/catalogue/catalogue-item.ts';
import { levelGroupOf, type LevelGroup } from '../../../../rules/catalogue/hospital-level.ts';
import { catalogueRecord } from '../../../domain/catalogue-record.ts';
import type { Institution } from '../../../domain/institution.ts';

/** A row for each item and 限价类型 (1 一级及以下, 2 二级, 3 三级) that has a limit, as it holds for this institution. */
export const limitRows = (items: readonly CatalogueItem[], { admdvs, hosp_lv }: Institution) => {
  const lowest: LevelGroup = (levelGroupOf(hosp_lv) ?? '基层') === '基层' ? '基层' : '一级';
  const types = [['1', lowest], ['2', '二级'], ['3', '三级']] as const; // prettier-ignore
  const place = placeOf(admdvs);
  return items.flatMap((item) =>
    types.flatMap(([hilist_lmtpric_type, level]) => {
      const limit = item.limits?.[level];
      if (limit === undefined) return [];
      const { limit_begndate: begndate, limit_enddate: enddate, updt_time } = item;
      return [
        {
          ...catalogueRecord({ place, key: [item.med_list_codg, hilist_lmtpric_type], begndate, enddate, updt_time }),
          hilist_code: item.med_list_codg,
          hilist_lmtpric_type,
          overlmt_dspo_way: '1',
          hilist_pric_uplmt_amt: limit,
          tabname: undefined,
        },
      ];
    }),
  );
};
