import { placeOf } from '../../../../kernel/admdvs.ts';
import { accept, decline, hospitalTransaction } from '../../../dispatch/definition.ts';
import { faultOfMatch } from './fault-of-match.ts';
import type { Input } from './wire.gen.ts';

/** 目录对照上传: the institution says which national code an item of its own stands for, and since when. */
export const matchItem = hospitalTransaction<Input>()({
  infno: '3301',
  slug: 'match-item',
  title: '目录对照上传',
  kind: 'mutation',
  needs: ['data.fixmedins_hilist_id', 'data.list_type', 'data.med_list_codg', 'data.begndate'],
  refusals: ['item-unknown', 'list-type-mismatch', 'match-dates'],
  load: (reader, { data }, { institution }) => ({
    item: reader.item(placeOf(institution.admdvs), data.med_list_codg),
    before: reader.match({ ...data, fixmedins_code: institution.fixmedins_code }),
  }),
  decide: ({ item, before }, { data }, { institution, party, today, seq }) => {
    const place = placeOf(institution.admdvs);
    const fault = faultOfMatch(data, item, place, party);
    if (fault) return decline(fault);
    const match = {
      ...data,
      fixmedins_code: institution.fixmedins_code,
      vali_flag: '1' as const,
      rid: before?.rid ?? `${place}M${seq}`,
      crte_time: before?.crte_time ?? today,
      updt_time: today,
    };
    return accept(undefined, [{ kind: 'match.put', match }]);
  },
  examples: [
    {
      title: '一个药品',
      input: {
        data: {
          fixmedins_hilist_id: 'HIS001', fixmedins_hilist_name: '氨氯地平片', list_type: '101', med_list_codg: '{item}',
          begndate: '2026-01-01', enddate: '2026-12-31', dosform: '片剂', spec: '5mg*28片', prcunt: '盒',
        },
      },
    },
  ], // prettier-ignore
  notes: [
    '机构编码、目录类别和医疗目录编码都相同的再传一次，替换前一次的内容；已撤销的重新有效。',
    '医疗目录编码须在本机构所在就医地的目录内，目录类别须与目录一致；用 1317 查自己的对照，用 3302 撤销。',
  ],
  differences: ['对照上传后立即有效，没有经办机构审核；2204 上传明细时不要求先有对照。'],
});
