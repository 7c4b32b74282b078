import { placeOf } from '../../../../kernel/admdvs.ts';
import { accept, decline, hospitalTransaction } from '../../../dispatch/definition.ts';
import { catalogueOf, fileNamed, fileText } from '../../../domain/catalogue-files/download.ts';
import { ownFile } from '../../../domain/keep-file.ts';
import { refuse } from '../../../domain/refusals.ts';
import type { Input } from './wire.gen.ts';

/** 文件下载: the file that a download transaction announced, as a zip; a refusal comes as an envelope. */
export const downloadFile = hospitalTransaction<Input>()({
  infno: '9102',
  slug: 'download-file',
  title: '文件下载',
  kind: 'query',
  needs: ['fsDownloadIn.file_qury_no'],
  refusals: ['file-unknown'],
  load: (reader, { fsDownloadIn: { file_qury_no } }, { institution, now }) => ({
    own: ownFile(reader.file(file_qury_no), institution, now),
    items: reader.items(placeOf(institution.admdvs)),
  }),
  decide: ({ own, items }, { fsDownloadIn: { file_qury_no } }, context) => {
    if (own?.kind === 'made')
      return accept<undefined>(undefined, [], { file: { name: own.filename, text: own.content } });
    const named = fileNamed(file_qury_no);
    const catalogue = catalogueOf(items, context);
    if (named?.place !== catalogue.place) return decline(refuse(context.party, 'file-unknown', file_qury_no));
    const { file, place, after } = named;
    const text = fileText(file, catalogue, after);
    return accept<undefined>(undefined, [], { file: { name: `${file}_${place}.txt`, text } });
  },
  examples: [
    {
      title: '慢特病目录文件',
      input: {
        fsDownloadIn: { file_qury_no: '1309-440300-0', filename: 'plc', fixmedins_code: 'H44030099001' },
      },
    },
  ],
  notes: [
    '成功时应答是 zip 文件（application/octet-stream），不是报文；失败时是 JSON 报文。',
    'filename 填什么都可以，只看 file_qury_no。',
    '3202 的对账结果是 result.txt：一行一条，制表符分隔，空值写 null；只有本机构能取，过了截止时间就没有了。',
    '9101 上传的文件不能再下载。',
  ],
  differences: ['下载截止时间为七天，沙箱自定。'],
});
