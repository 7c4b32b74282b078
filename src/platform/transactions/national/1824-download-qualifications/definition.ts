import { accept, decline, nationalTransaction } from '../../../dispatch/definition.ts';
import { says } from '../../../domain/catalogue-asked.ts';
import { changedSince, faultOfStart, isWithin, PAGE_REFUSALS, uploadPage } from '../../../domain/downloads.ts';
import type { Input, Output } from '../../../domain/national/1824.gen.ts';
import { isFiledInto, isOfProvince } from '../../../domain/uploaded-person.ts';

/**
 * 门诊慢特病认定资格下载: a row is seen by the insured place's province, and by a province of treatment into which the person
 * is filed today or which the row names. To any other province it does not exist.
 */
export const downloadQualifications = nationalTransaction<Input, Output>()({
  infno: '1824',
  slug: 'download-qualifications',
  title: '门诊慢特病认定资格下载',
  kind: 'query',
  role: 'either',
  needs: [],
  refusals: PAGE_REFUSALS,
  load: (reader, { data = {} }, { message: { sender }, today }) =>
    reader
      .uploads('qualification', changedSince(data))
      .filter(
        ({ row, place }) => isWithin(place, data.insuplc) && says(row, data, 'psn_no', 'certno', 'opsp_dise_code'),
      )
      .filter((upload) => isOfProvince(upload, sender) || isFiledInto(reader, upload, sender, today)),
  decide: (found, { data = {} }, { party }) => {
    const fault = faultOfStart(data, party);
    return fault ? decline(fault) : accept(uploadPage<Output['data'][number]>(found, data));
  },
  examples: [
    { title: '一个参保人的资格', input: { data: { startrow: 1, psn_no: '{psn_no}' } } },
    { title: '一个参保地的资格', input: { data: { startrow: 1, insuplc: '{insuplc_admdvs}' } } },
  ],
  notes: [
    '就医省发起，只返回今天有备案在本省就医的参保人的资格；参保省可以查到自己上传的。分页和增量下载同 1803。',
    '新办备案后资格才对就医省可见，资格本身没有变更：增量下载查不到，请按人或按参保地重新下载。',
    '已到期、已终止的也返回，看结束日期和有效标志。',
  ],
  differences: [
    '可见范围按“只能查询本省相关信息”推定；查询条件、更新时间和一次 100 行是沙箱自定的。',
    '由种子生成的大批人口没有上传过资格，1824 查不到；他们的资格用 1406 查询。',
  ],
});
