import { placeOf, type Admdvs } from '../../../../kernel/admdvs.ts';
import type { CatalogueItem } from '../../../../rules/catalogue/catalogue-item.ts';
import { accept, decline, hospitalTransaction } from '../../../dispatch/definition.ts';
import { askedPage, CATALOGUE_ASKED_REFUSALS, faultOfAsked } from '../../../domain/catalogue-asked.ts';
import { catalogueRecord, RECORD_DIFFERENCES } from '../../../domain/catalogue-record.ts';
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
    const rows = items.flatMap((item) => rowsOf(item, placeOf(institution.admdvs)));
    return accept(askedPage(rows, data, SAME));
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

const SAME = ['hilist_code', 'selfpay_prop_psn_type', 'selfpay_prop_type', 'vali_flag', 'rid', 'tabname'] as const;

/** 310 城镇职工, 390 城乡居民 */
const PERSON_TYPES = ['310', '390'] as const;

const rowsOf = ({ med_list_codg, selfpay_prop, updt_time }: CatalogueItem, place: Admdvs) =>
  PERSON_TYPES.map((selfpay_prop_psn_type) => ({
    ...catalogueRecord({ place, key: [med_list_codg, selfpay_prop_psn_type], updt_time }),
    hilist_code: med_list_codg,
    selfpay_prop_psn_type,
    selfpay_prop_type: '10',
    selfpay_prop,
    tabname: undefined,
  }));
