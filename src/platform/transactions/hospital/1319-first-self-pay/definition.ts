import { placeOf, type Admdvs } from '../../../../kernel/admdvs.ts';
import type { CatalogueItem } from '../../../../rules/catalogue/catalogue-item.ts';
import { accept, decline, hospitalTransaction } from '../../../dispatch/definition.ts';
import { CATALOGUE_ASKED_REFUSALS, faultOfAsked, inTime, pageOf, says } from '../../../domain/catalogue-asked.ts';
import { catalogueRecord, listedDays, recordNumber, RECORD_DIFFERENCES } from '../../../domain/catalogue-record.ts';
import type { Input, Output } from './wire.gen.ts';

/** 医保目录先自付比例信息查询: the ratio paid first of every item of the institution's place. */
export const firstSelfPay = hospitalTransaction<Input, Output>()({
  infno: '1319',
  slug: 'first-self-pay',
  title: '医保目录先自付比例信息查询',
  kind: 'query',
  needs: ['data.page_num', 'data.page_size'],
  refusals: CATALOGUE_ASKED_REFUSALS,
  load: (reader, _input, { institution }) => reader.items(placeOf(institution.admdvs)),
  decide: (items, { data }, { institution, party }) => {
    const fault = faultOfAsked(data, institution, party);
    if (fault) return decline(fault);
    const place = placeOf(institution.admdvs);
    const found = says(ALIKE, data, 'selfpay_prop_type', 'vali_flag', 'tabname') ? ratios(items, data, place) : [];
    return accept(pageOf(found, data).map((ratio) => rowOf(ratio, place)));
  },
  examples: [{ title: '第一页', input: { data: { updt_time: '2022-01-01', page_num: 1, page_size: 2 } } }],
  notes: [
    'output 本身就是比例列表，按编码排列，每个项目职工、居民各一条；甲类为 0，丙类为 1。',
    '2204 用的就是这里的比例；限制用药未经审批等按全自费处理的情形另见 2204。',
  ],
  differences: [
    ...RECORD_DIFFERENCES,
    '沙箱的先自付比例不分人员类别：职工 310 和居民 390 相同，没有 330、99 的记录；类别一律答 10 目录先自付比例。',
    '表名 tabname 为空。',
  ],
});

/** What the sandbox says of every ratio alike. */
const ALIKE = { selfpay_prop_type: '10', vali_flag: '1', tabname: undefined };

/** 310 城镇职工, 390 城乡居民 */
const PERSON_TYPES = ['310', '390'] as const;

type Ratio = { readonly item: CatalogueItem; readonly selfpay_prop_psn_type: string };

const ratios = (items: readonly CatalogueItem[], asked: Input['data'], place: Admdvs): Ratio[] =>
  items
    .filter((item) => asked.hilist_code === undefined || asked.hilist_code === item.med_list_codg)
    .filter((item) => inTime(listedDays(item), asked))
    .flatMap((item) => PERSON_TYPES.map((selfpay_prop_psn_type) => ({ item, selfpay_prop_psn_type })))
    .filter((ratio) => says(ratio, asked, 'selfpay_prop_psn_type'))
    .filter((ratio) => asked.rid === undefined || asked.rid === numberOf(ratio, place));

const numberOf = ({ item, selfpay_prop_psn_type }: Ratio, place: Admdvs): string =>
  recordNumber(place, item.med_list_codg, selfpay_prop_psn_type);

const rowOf = (ratio: Ratio, place: Admdvs): Output[number] => ({
  ...catalogueRecord(place, numberOf(ratio, place), listedDays(ratio.item)),
  hilist_code: ratio.item.med_list_codg,
  selfpay_prop_psn_type: ratio.selfpay_prop_psn_type,
  selfpay_prop: ratio.item.selfpay_prop,
  ...ALIKE,
});
