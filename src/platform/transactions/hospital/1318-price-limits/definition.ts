import { placeOf } from '../../../../kernel/admdvs.ts';
import { accept, decline, hospitalTransaction } from '../../../dispatch/definition.ts';
import { CATALOGUE_ASKED_REFUSALS, faultOfAsked, pageOf, says } from '../../../domain/catalogue-asked.ts';
import { RECORD_DIFFERENCES } from '../../../domain/catalogue-record.ts';
import { limitRow, limitsFound } from './limits-found.ts';
import type { Input, Output } from './wire.gen.ts';

/** 医保目录限价信息查询: the price limits of the items of the institution's place, by code and level of hospital. */
export const priceLimits = hospitalTransaction<Input, Output>()({
  infno: '1318',
  slug: 'price-limits',
  title: '医保目录限价信息查询',
  kind: 'query',
  needs: ['data.page_num', 'data.page_size'],
  refusals: CATALOGUE_ASKED_REFUSALS,
  load: (reader, _input, { institution }) => reader.items(placeOf(institution.admdvs)),
  decide: (items, { data }, { institution, party }) => {
    const fault = faultOfAsked(data, institution, party);
    if (fault) return decline(fault);
    const found = says(ALIKE, data, 'overlmt_dspo_way', 'vali_flag', 'tabname')
      ? limitsFound(items, data, institution)
      : [];
    return accept(pageOf(found, data).map((limit) => ({ ...limitRow(limit, institution), ...ALIKE })));
  },
  examples: [{ title: '第一页', input: { data: { updt_time: '2022-01-01', page_num: 1, page_size: 3 } } }],
  notes: [
    'output 本身就是限价列表，按编码排列；没有限价的项目和等级没有记录。',
    '超过限价的部分由个人自付（超限价金额），2204 按费用发生当天的限价分割。',
  ],
  differences: [
    ...RECORD_DIFFERENCES,
    '限价类型 1 一级及以下：一级和基层限价不同时，基层机构查到基层的，其他机构查到一级的。',
    'overlmt_dspo_way 一律答 1，沙箱自定，意为超出部分个人自付；表名 tabname 为空。',
  ],
});

/** What the sandbox says of every limit alike. */
const ALIKE = { overlmt_dspo_way: '1', vali_flag: '1', tabname: undefined };
