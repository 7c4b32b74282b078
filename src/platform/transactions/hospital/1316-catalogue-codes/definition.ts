import { placeOf, type Admdvs } from '../../../../kernel/admdvs.ts';
import type { CatalogueItem } from '../../../../rules/catalogue/catalogue-item.ts';
import { accept, decline, hospitalTransaction } from '../../../dispatch/definition.ts';
import { CATALOGUE_ASKED_REFUSALS, faultOfAsked, inTime, pageOf, says } from '../../../domain/catalogue-asked.ts';
import { catalogueRecord, listedDays, recordNumber, RECORD_DIFFERENCES } from '../../../domain/catalogue-record.ts';
import type { Input, Output } from './wire.gen.ts';

/** 医疗目录与医保目录匹配信息查询: which code of the catalogue a national code stands for. Here they are the same. */
export const catalogueCodes = hospitalTransaction<Input, Output>()({
  infno: '1316',
  slug: 'catalogue-codes',
  title: '医疗目录与医保目录匹配信息查询',
  kind: 'query',
  needs: ['data.page_num', 'data.page_size'],
  refusals: CATALOGUE_ASKED_REFUSALS,
  load: (reader, _input, { institution }) => reader.items(placeOf(institution.admdvs)),
  decide: (items, { data }, { institution, party }) => {
    const fault = faultOfAsked(data, institution, party);
    if (fault) return decline(fault);
    const found = says({ vali_flag: '1' }, data, 'vali_flag') ? items.filter((item) => fits(item, data)) : [];
    return accept(pageOf(found, data).map((item) => rowOf(item, placeOf(institution.admdvs))));
  },
  examples: [{ title: '第一页', input: { data: { updt_time: '2022-01-01', page_num: 1, page_size: 2 } } }],
  notes: [
    'output 本身就是匹配列表，按编码排列；取到不足一页为止。',
    '入参 med_list_codg 在接口文档里写作定点医药机构目录编号，这里按医疗目录编码查；本机构的对照用 1317 查。',
  ],
  differences: [...RECORD_DIFFERENCES, '沙箱里医保目录编码就是医疗目录编码，两列相同。'],
});

const fits = (item: CatalogueItem, asked: Input['data']): boolean =>
  (asked.hilist_code === undefined || asked.hilist_code === item.med_list_codg) &&
  says(item, asked, 'med_list_codg', 'list_type') &&
  inTime(listedDays(item), asked);

const rowOf = (item: CatalogueItem, place: Admdvs): Output[number] => ({
  ...catalogueRecord(place, recordNumber(place, item.med_list_codg), listedDays(item)),
  med_list_codg: item.med_list_codg,
  hilist_code: item.med_list_codg,
  list_type: item.list_type,
});
