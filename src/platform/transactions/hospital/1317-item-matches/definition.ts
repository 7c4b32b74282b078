import { placeOf, type Admdvs } from '../../../../kernel/admdvs.ts';
import { accept, decline, hospitalTransaction } from '../../../dispatch/definition.ts';
import { CATALOGUE_ASKED_REFUSALS, faultOfAsked, inTime, pageOf, says } from '../../../domain/catalogue-asked.ts';
import { catalogueRecord } from '../../../domain/catalogue-record.ts';
import type { ItemMatch } from '../../../domain/item-match.ts';
import { refuse } from '../../../domain/refusals.ts';
import type { Input, Output } from './wire.gen.ts';

/** 医药机构目录匹配信息查询: what the institution uploaded with 3301, by its own code. */
export const itemMatches = hospitalTransaction<Input, Output>()({
  infno: '1317',
  slug: 'item-matches',
  title: '医药机构目录匹配信息查询',
  kind: 'query',
  needs: ['data.page_num', 'data.page_size'],
  refusals: [...CATALOGUE_ASKED_REFUSALS, 'institution-mismatch'],
  load: (reader, _input, { institution }) => reader.matches(institution.fixmedins_code),
  decide: (matches, { data }, { institution, party }) => {
    const { fixmedins_code: own, admdvs } = institution;
    const { fixmedins_code = own } = data;
    if (fixmedins_code !== own) return decline(refuse(party, 'institution-mismatch', fixmedins_code, own));
    const fault = faultOfAsked(data, institution, party);
    if (fault) return decline(fault);
    const found = matches.filter((match) => fits(match, data));
    return accept(pageOf(found, data).map((match) => rowOf(match, placeOf(admdvs))));
  },
  examples: [
    {
      title: '本机构的对照',
      input: {
        data: { fixmedins_code: '{fixmedins_code}', updt_time: '2022-01-01', page_num: 1, page_size: 100 },
      },
    },
  ],
  notes: [
    'output 本身就是对照列表，按机构编码排列；取到不足一页为止。',
    '只有本机构用 3301 上传的；已用 3302 撤销的也列，有效标志为 0。',
  ],
  differences: [
    '创建人、经办人等沙箱不知道的字段为空；唯一记录号 rid 由区划和交换号拼成，是沙箱自定的。',
    'begndate 取该日及以后开始的、updt_time 取该日及以后更新的：这是沙箱的理解。',
  ],
});

const fits = (match: ItemMatch, asked: Input['data']): boolean =>
  (asked.medins_list_codg === undefined || asked.medins_list_codg === match.fixmedins_hilist_id) &&
  (asked.medins_list_name === undefined || match.fixmedins_hilist_name?.includes(asked.medins_list_name) === true) &&
  says(match, asked, 'list_type', 'med_list_codg', 'vali_flag') &&
  inTime(match, asked);

const rowOf = (match: ItemMatch, place: Admdvs): Output[number] => {
  const { fixmedins_hilist_id: medins_list_codg, fixmedins_hilist_name: medins_list_name, ...rest } = match;
  return { ...catalogueRecord(place, match.rid, match), ...rest, medins_list_codg, medins_list_name };
};
