import { placeOf } from '../../../../kernel/admdvs.ts';
import type { Price } from '../../../../kernel/quantity.ts';
import type { CatalogueItem } from '../../../../rules/catalogue/catalogue-item.ts';
import { levelGroupOf, type LevelGroup } from '../../../../rules/catalogue/hospital-level.ts';
import { inTime, says, type Days } from '../../../domain/catalogue-asked.ts';
import { catalogueRecord, LISTED_SINCE, recordNumber } from '../../../domain/catalogue-record.ts';
import type { Institution } from '../../../domain/institution.ts';
import type { Input } from './wire.gen.ts';

/** The limit of an item for one 限价类型: 1 一级及以下, 2 二级, 3 三级. */
type Limit = { readonly item: CatalogueItem; readonly hilist_lmtpric_type: string; readonly limit: Price };

/** The limits that fit what was asked, as they hold for this institution. */
export const limitsFound = (
  items: readonly CatalogueItem[],
  asked: Input['data'],
  { admdvs, hosp_lv }: Institution,
): Limit[] => {
  const lowest: LevelGroup = (levelGroupOf(hosp_lv) ?? '基层') === '基层' ? '基层' : '一级';
  const types = [['1', lowest], ['2', '二级'], ['3', '三级']] as const; // prettier-ignore
  return items
    .filter((item) => item.limits !== undefined && inTime(limitDays(item), asked))
    .filter(({ med_list_codg }) => asked.hilist_code === undefined || asked.hilist_code === med_list_codg)
    .flatMap((item) =>
      types.flatMap(([hilist_lmtpric_type, level]) => {
        const limit = item.limits?.[level];
        return limit === undefined ? [] : [{ item, hilist_lmtpric_type, limit }];
      }),
    )
    .filter((limit) => says(limit, asked, 'hilist_lmtpric_type'))
    .filter((limit) => asked.rid === undefined || asked.rid === numberOf(limit, placeOf(admdvs)));
};

const limitDays = ({ limit_begndate, limit_enddate: enddate, updt_time = LISTED_SINCE }: CatalogueItem): Days => ({
  begndate: limit_begndate ?? LISTED_SINCE,
  enddate,
  updt_time,
});

const numberOf = ({ item, hilist_lmtpric_type }: Limit, place: string): string =>
  recordNumber(place, item.med_list_codg, hilist_lmtpric_type);

export const limitRow = (found: Limit, { admdvs }: Institution) => {
  const place = placeOf(admdvs);
  return {
    ...catalogueRecord(place, numberOf(found, place), limitDays(found.item)),
    hilist_code: found.item.med_list_codg,
    hilist_lmtpric_type: found.hilist_lmtpric_type,
    hilist_pric_uplmt_amt: found.limit,
  };
};
