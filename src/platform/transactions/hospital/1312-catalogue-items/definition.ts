import { placeOf, type Admdvs } from '../../../../kernel/admdvs.ts';
import type { CatalogueItem } from '../../../../rules/catalogue/catalogue-item.ts';
import { accept, decline, hospitalTransaction } from '../../../dispatch/definition.ts';
import { CATALOGUE_ASKED_REFUSALS, faultOfAsked, inTime, pageOf, says } from '../../../domain/catalogue-asked.ts';
import { catalogueRecord, listedDays, recordNumber, RECORD_DIFFERENCES } from '../../../domain/catalogue-record.ts';
import type { Input, Output } from './wire.gen.ts';

/** 医保目录信息查询: the items of the catalogue of the institution's place, by code, page by page. */
export const catalogueItems = hospitalTransaction<Input, Output>()({
  infno: '1312',
  slug: 'catalogue-items',
  title: '医保目录信息查询',
  kind: 'query',
  needs: ['data.page_num', 'data.page_size'],
  refusals: CATALOGUE_ASKED_REFUSALS,
  load: (reader, _input, { institution }) => reader.items(placeOf(institution.admdvs)),
  decide: (items, { data }, { institution, party }) => {
    const fault = faultOfAsked(data, institution, party);
    if (fault) return decline(fault);
    const found = says(ALIKE, data, ...ALIKE_FIELDS) ? items.filter((item) => fits(item, data)) : [];
    return accept(pageOf(found, data).map((item) => rowOf(item, placeOf(institution.admdvs))));
  },
  examples: [
    { title: '第一页', input: { data: { updt_time: '2022-01-01', page_num: 1, page_size: 2 } } },
    {
      title: '按名称查限制用药',
      input: {
        data: { hilist_name: '司美', lmt_used_flag: '1', updt_time: '2022-01-01', page_num: 1, page_size: 100 },
      },
    },
  ],
  notes: [
    'output 本身就是目录列表，按编码排列；取到不足一页为止。',
    '医保目录编码 hilist_code 即医疗目录编码。',
    '只有本机构所在就医地的目录；insu_admdvs 填别处的会被拒绝。',
  ],
  differences: [
    ...RECORD_DIFFERENCES,
    'med_use_flag 答 1，matn_used_flag 答 0，hilist_use_type 答 1，lmt_cpnd_type 答 1：沙箱的目录不分这些，值是自定的。',
    '没有五笔、拼音助记码：按 wubi、pinyin 查不到任何项目。',
  ],
});

/** What the sandbox says of every item alike. */
const ALIKE = {
  med_use_flag: '1',
  matn_used_flag: '0',
  hilist_use_type: '1',
  lmt_cpnd_type: '1',
  vali_flag: '1',
  wubi: undefined,
  pinyin: undefined,
};
const ALIKE_FIELDS = Object.keys(ALIKE) as (keyof typeof ALIKE)[];

const fits = (item: CatalogueItem, asked: Input['data']): boolean =>
  (asked.hilist_code === undefined || asked.hilist_code === item.med_list_codg) &&
  (asked.hilist_name === undefined || item.name.includes(asked.hilist_name)) &&
  says(item, asked, 'med_chrgitm_type', 'chrgitm_lv', 'lmt_used_flag', 'list_type') &&
  inTime(listedDays(item), asked);

const rowOf = (item: CatalogueItem, place: Admdvs): Output[number] => ({
  ...catalogueRecord(place, recordNumber(place, item.med_list_codg), listedDays(item)),
  hilist_code: item.med_list_codg,
  hilist_name: item.name,
  med_chrgitm_type: item.med_chrgitm_type,
  chrgitm_lv: item.chrgitm_lv,
  lmt_used_flag: item.lmt_used_flag,
  list_type: item.list_type,
  ...ALIKE,
});
