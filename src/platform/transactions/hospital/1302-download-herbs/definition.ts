import { placeOf } from '../../../../kernel/admdvs.ts';
import { accept, hospitalTransaction } from '../../../dispatch/definition.ts';
import {
  announced,
  catalogueOf,
  DOWNLOAD_DIFFERENCES,
  DOWNLOAD_NOTES,
} from '../../../domain/catalogue-files/download.ts';
import type { Input, Output } from './wire.gen.ts';

/** 中药饮片目录下载: where the file of the institution's place can be fetched with 9102. */
export const downloadHerbs = hospitalTransaction<Input, Output>()({
  infno: '1302',
  slug: 'download-herbs',
  title: '中药饮片目录下载',
  kind: 'query',
  needs: ['data.ver'],
  refusals: [],
  load: (reader, _input, { institution }) => reader.items(placeOf(institution.admdvs)),
  decide: (items, { data }, context) => accept(announced('1302', data, catalogueOf(items, context), context)),
  examples: [{ title: '全部', input: { data: { ver: '0' } } }],
  notes: DOWNLOAD_NOTES,
  differences: DOWNLOAD_DIFFERENCES,
});
