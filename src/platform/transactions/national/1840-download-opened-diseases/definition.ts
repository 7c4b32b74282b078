import { accept, decline, nationalTransaction } from '../../../dispatch/definition.ts';
import { says } from '../../../domain/catalogue-asked.ts';
import { changedSince, faultOfStart, isWithin, PAGE_REFUSALS, uploadPage } from '../../../domain/downloads.ts';
import type { Input, Output } from '../../../domain/national/1840.gen.ts';

/** 医疗机构开通门诊慢特病病种信息下载: what institutions of all provinces have opened, as uploaded with 1620. */
export const downloadOpenedDiseases = nationalTransaction<Input, Output>()({
  infno: '1840',
  slug: 'download-opened-diseases',
  title: '医疗机构开通门诊慢特病病种信息下载',
  kind: 'query',
  role: 'insured',
  needs: [],
  refusals: PAGE_REFUSALS,
  load: (reader, { data = {} }) =>
    reader
      .uploads('opened-disease', changedSince(data))
      .filter(({ row, place }) => isWithin(place, data.admdvs) && says(row, data, 'fixmedins_code', 'opsp_dise_code')),
  decide: (found, { data = {} }, { party }) => {
    const fault = faultOfStart(data, party);
    return fault ? decline(fault) : accept(uploadPage<Output['data'][number]>(found, data));
  },
  examples: [
    {
      title: '一家机构是否开通慢阻肺',
      input: { data: { startrow: 1, fixmedins_code: '{fixmedins_code}', opsp_dise_code: 'M05300' } },
    },
    { title: '一个省开通的病种', input: { data: { startrow: 1, admdvs: '{mdtrtarea_admvs}' } } },
  ],
  notes: ['参保省发起；病种开通信息对各省公开。分页和增量下载同 1803。', '已关闭的也返回，有效标志为 0。'],
  differences: ['查询条件、更新时间和一次 100 行是沙箱自定的；startrow、totalrow 按跨省平台前代交易推定。'],
});
