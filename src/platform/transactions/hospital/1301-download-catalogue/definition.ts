import { placeOf } from '../../../../kernel/admdvs.ts';
import { must } from '../../../../kernel/assert.ts';
import { accept, hospitalTransaction } from '../../../dispatch/definition.ts';
import { isCatalogueFile } from '../../../domain/catalogue-files/columns.ts';
import { announced, catalogueOf } from '../../../domain/catalogue-files/download.ts';
import type { Input, Output } from './wire.gen.ts';

/** 目录下载, 1301 and its like: where the file of the institution's place can be fetched with 9102. */
export const downloadCatalogue = hospitalTransaction<Input, Output>()({
  infno: '1301',
  slug: 'download-catalogue',
  title: '西药中成药目录下载',
  kind: 'query',
  needs: ['data.ver'],
  refusals: [],
  load: (reader, _input, { institution }) => reader.items(placeOf(institution.admdvs)),
  decide: (items, { data }, context) => {
    const { infno } = context.message;
    must(isCatalogueFile(infno), `${infno} hands out a catalogue file`);
    return accept(announced(infno, data, catalogueOf(items, context), context));
  },
  examples: [{ title: '全部', input: { data: { ver: '0' } } }],
  notes: [
    '只有本机构所在就医地的目录；用 file_qury_no 和 9102 取文件。',
    'ver 填上次下载到的最大版本号，只给更新的记录；填 0 给全部。',
  ],
  differences: [
    '文件格式文档没有写：列的顺序按一家公开 HIS 的读法还原（一行一条，制表符分隔，没有表头，空值写 null）。',
    '版本号是更新日期（yyyyMMdd），沙箱自定；不认识的版本号按 0 处理。',
    '沙箱没有诊断、手术操作、按病种付费、日间手术的目录：1307、1308、1310、1311 的文件为空，data_cnt 为 0。',
  ],
});
