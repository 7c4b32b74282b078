import { accept, decline, nationalTransaction } from '../../../dispatch/definition.ts';
import { says } from '../../../domain/catalogue-asked.ts';
import { changedSince, faultOfStart, isWithin, PAGE_REFUSALS, uploadPage } from '../../../domain/downloads.ts';
import type { Input, Output } from '../../../domain/national/1803.gen.ts';

/** 医药机构信息下载: institutions of all provinces, as they were uploaded with 1603. */
export const downloadInstitutions = nationalTransaction<Input, Output>()({
  infno: '1803',
  slug: 'download-institutions',
  title: '医药机构信息下载',
  kind: 'query',
  role: 'insured',
  needs: [],
  refusals: PAGE_REFUSALS,
  load: (reader, { data = {} }) =>
    reader
      .uploads('institution', changedSince(data))
      .filter(
        ({ row, place }) => isWithin(place, data.admdvs) && says(row, data, 'fixmedins_code', 'fix_onln_open_flag'),
      ),
  decide: (found, { data = {} }, { party }) => {
    const fault = faultOfStart(data, party);
    return fault ? decline(fault) : accept(uploadPage<Output['data'][number]>(found, data));
  },
  examples: [
    { title: '一家机构', input: { data: { startrow: 1, fixmedins_code: '{fixmedins_code}' } } },
    { title: '一个省的机构', input: { data: { startrow: 1, admdvs: '{mdtrtarea_admvs}' } } },
  ],
  notes: [
    '参保省发起；机构信息对各省公开。所在地医保区划填省级（如 440000）为全省，填市级为该市，不填为全部。',
    '一次最多 100 行，起始行 startrow 从 1 起，依次 1、101、201……；超出末行返回空列表；totalrow 为符合条件的总行数。',
    '增量下载：updt_time 填上一轮第一页应答的时间 respond_time，返回该时刻及以后变更的行；按主键排列，下载途中的变更不会使别的行漏掉。',
  ],
  differences: ['查询条件、更新时间和一次 100 行是沙箱自定的；startrow、totalrow 按跨省平台前代交易推定。'],
});
