import { accept, decline, nationalTransaction } from '../../../dispatch/definition.ts';
import { says } from '../../../domain/catalogue-asked.ts';
import { changedSince, faultOfStart, isWithin, PAGE_REFUSALS, uploadPage } from '../../../domain/downloads.ts';
import type { Input, Output } from '../../../domain/national/1825.gen.ts';
import type { Upload } from '../../../domain/upload.ts';
import { isOfProvince } from '../../../domain/uploaded-person.ts';

/**
 * 参保人员选择的门诊慢特病定点医疗机构信息下载: a row is seen by the insured place's province and by that of the chosen
 * institution. To any other province it does not exist.
 */
export const downloadChosenInstitutions = nationalTransaction<Input, Output>()({
  infno: '1825',
  slug: 'download-chosen-institutions',
  title: '参保人员选择的门诊慢特病定点医疗机构信息下载',
  kind: 'query',
  role: 'either',
  needs: [],
  refusals: PAGE_REFUSALS,
  load: (reader, { data = {} }, { message: { sender } }) =>
    reader
      .uploads('chosen-institution', changedSince(data))
      .filter((upload) => isOfProvince(upload, sender) && isAsked(upload, data)),
  decide: (found, { data = {} }, { party }) => {
    const fault = faultOfStart(data, party);
    return fault ? decline(fault) : accept(uploadPage<Output['data'][number]>(found, data));
  },
  examples: [
    { title: '一个参保人的选择', input: { data: { startrow: 1, psn_no: '{psn_no}' } } },
    { title: '一家机构被选定的情况', input: { data: { startrow: 1, fixmedins_code: '{fixmedins_code}' } } },
  ],
  notes: [
    '就医省发起，只返回选定机构在本省的；参保省可以查到自己上传的。分页和增量下载同 1803。',
    '已到期、已取消的也返回，看结束日期和有效标志。',
  ],
  differences: ['可见范围按“只能查询本省相关信息”推定；查询条件、更新时间和一次 100 行是沙箱自定的。'],
});

const isAsked = ({ row, place, other }: Upload, asked: NonNullable<Input['data']>): boolean =>
  isWithin(place, asked.insuplc) &&
  isWithin(other, asked.mdtrtarea) &&
  says(row, asked, 'psn_no', 'certno', 'fixmedins_code', 'opsp_dise_code');
