import { placeOf } from '../../../../kernel/admdvs.ts';
import { accept, hospitalTransaction } from '../../../dispatch/definition.ts';
import {
  announced,
  catalogueOf,
  DOWNLOAD_DIFFERENCES,
  DOWNLOAD_NOTES,
} from '../../../domain/catalogue-files/download.ts';
import type { Input, Output } from './wire.gen.ts';

/** 按病种付费病种目录下载: where the file of the institution's place can be fetched with 9102. */
export const downloadPaymentGroups = hospitalTransaction<Input, Output>()({
  infno: '1310',
  slug: 'download-payment-groups',
  title: '按病种付费病种目录下载',
  kind: 'query',
  needs: ['data.ver'],
  refusals: [],
  load: (reader, _input, { institution }) => reader.items(placeOf(institution.admdvs)),
  decide: (items, { data }, context) => accept(announced('1310', data, catalogueOf(items, context), context)),
  examples: [{ title: '全部', input: { data: { ver: '0' } } }],
  notes: DOWNLOAD_NOTES,
  differences: [...DOWNLOAD_DIFFERENCES, '沙箱没有这个目录的数据：文件为空，data_cnt 为 0。'],
});
