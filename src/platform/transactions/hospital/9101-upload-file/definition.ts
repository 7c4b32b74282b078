import { accept, decline, hospitalTransaction } from '../../../dispatch/definition.ts';
import { fetchableUntil, fileWrites } from '../../../domain/keep-file.ts';
import { refuse } from '../../../domain/refusals.ts';
import { fileSeries } from '../../../domain/serial-numbers.ts';
import type { Input, Output } from './wire.gen.ts';

const MIB = 1_048_576;

/** 文件上传: takes a file and hands out the number under which other transactions name it. */
export const uploadFile = hospitalTransaction<Input, Output>()({
  infno: '9101',
  slug: 'upload-file',
  title: '文件上传',
  kind: 'mutation',
  needs: ['fsUploadIn.in', 'fsUploadIn.filename', 'fsUploadIn.fixmedins_code'],
  refusals: ['institution-mismatch'],
  maxBody: 32 * MIB,
  load: (reader, _input, { institution, now }) => {
    const series = fileSeries(institution.admdvs, now);
    return { series, serial: reader.serial(series.key) + 1 };
  },
  decide: ({ series, serial }, { fsUploadIn }, { institution, party, now }) => {
    const { in: content, filename, fixmedins_code } = fsUploadIn;
    const own = institution.fixmedins_code;
    if (fixmedins_code !== own) return decline(refuse(party, 'institution-mismatch', fixmedins_code, own));
    const file_qury_no = series.print(serial);
    const dld_endtime = fetchableUntil(now);
    const named = { file_qury_no, filename, fixmedins_code, dld_endtime };
    return accept(named, [
      { kind: 'serial.take', key: series.key, value: serial },
      ...fileWrites({ ...named, kind: 'uploaded', content }),
    ]);
  },
  examples: [
    {
      title: '一笔结算的对账文件（不压缩）',
      input: {
        fsUploadIn: {
          // S1, V1, P1, 6.40, 0.00, 0.00, 0 by TAB.
          in: 'UzEJVjEJUDEJNi40MAkwLjAwCTAuMDAJMAo=',
          filename: 'detail.txt',
          fixmedins_code: '{fixmedins_code}',
        },
      },
    },
  ],
  notes: [
    'in 可以是 Base64 字符串，也可以是字节数组；文件可以压缩为 zip，也可以不压缩。',
    '上传后凭 file_qury_no 办理其他交易，如 3202 对明细账；过了截止时间文件就没有了。',
  ],
  differences: ['文件查询号的形式和截止时间（七天）是沙箱自定的。'],
});
