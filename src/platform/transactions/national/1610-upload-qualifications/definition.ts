import { accept, decline, nationalTransaction } from '../../../dispatch/definition.ts';
import { qualificationFrom } from '../../../domain/from-uploads.ts';
import type { Input } from '../../../domain/national/1610.gen.ts';
import type { QualificationRow } from '../../../domain/national/upload-rows.ts';
import type { Person } from '../../../domain/person.ts';
import type { Upload } from '../../../domain/upload.ts';
import {
  foreignPlace,
  noPlace,
  realPerson,
  refusalOfRows,
  reversedDates,
  ROWS_REFUSALS,
  type Faults,
} from '../../../domain/upload-faults.ts';
import { certificateFault, holdsInsurance, uploadedPerson } from '../../../domain/uploaded-person.ts';
import { qualificationKey } from '../../../domain/uploads-of.ts';
import type { Write } from '../../../store/port.ts';

/** 门诊慢特病认定资格上传: qualifications of the insured of the province that sends, local diseases included. */
export const uploadQualifications = nationalTransaction<Input>()({
  infno: '1610',
  slug: 'upload-qualifications',
  title: '门诊慢特病认定资格上传',
  kind: 'mutation',
  role: 'insured',
  exact: true,
  needs: [
    'data[].trt_dcla_detl_sn', 'data[].insuplc', 'data[].psn_no', 'data[].psn_cert_type', 'data[].certno',
    'data[].psn_name', 'data[].insutype', 'data[].opsp_dise_code', 'data[].opsp_dise_name', 'data[].begndate',
    'data[].vali_flag',
  ],
  refusals: ROWS_REFUSALS,
  load: (reader, { data }) => data.map((row) => uploadedPerson(reader, row)),
  decide: (persons, { data }, { message: { sender }, party, now, today, library: { diseases } }) => {
    const faults = (row: QualificationRow, index: number) => faultsOf(row, persons[index], sender);
    const refusal = refusalOfRows(data, qualificationKey, faults, party);
    if (refusal) return decline(refusal);
    const held = data.flatMap((row, index): Write[] => {
      const person = persons[index];
      if (!person || !holdsInsurance(person, row.insuplc, row.insutype)) return [];
      return [{ kind: 'qualification.put', qualification: qualificationFrom(row, person.psn_no, today, diseases) }];
    });
    const uploads = data.map((row): Write => ({ kind: 'upload.put', upload: uploadOf(row, now) }));
    return accept(undefined, [...held, ...uploads]);
  },
  examples: [
    {
      title: '一条高血压资格',
      input: {
        data: [
          {
            trt_dcla_detl_sn: '{insuplc_admdvs}9900XL01', insuplc: '{insuplc_admdvs}', psn_no: '{psn_no}',
            psn_cert_type: '01', certno: '{certno}', psn_name: '{psn_name}', insutype: '{insutype}',
            opsp_dise_code: 'M03900', opsp_dise_name: '高血压', poolarea_dise_code: 'M03900', begndate: '2026-01-01',
            vali_flag: '1',
          },
        ],
      },
    },
  ],
  notes: [
    '参保省发起，一次最多 100 行；有一行不能接收，整批不保存，应答逐行说明。同一统筹区的同一申报明细流水号再次上传即替换。',
    '参保地全部病种都应上传，包括只在本地享受的；没有全国编码的，病种目录代码填本地编码。',
    '沙箱认识的参保人，资格同时记入其参保地，结算时即按此判断；有效标志 0 为自当日起无效。',
    '只收虚构人员：可能是真实的身份证号一律拒绝，且不保存。',
  ],
  differences: [
    '字段按定点医药机构接口推定；就医地统筹区 mdtrtarea 是沙箱自定的，填了的，该省也可用 1824 下载。',
  ],
}); // prettier-ignore

const faultsOf = (row: QualificationRow, person: Person | undefined, province: string): Faults => [
  foreignPlace('参保地统筹区 insuplc', row.insuplc, province),
  realPerson('证件号码 certno', row.certno) ?? realPerson('个人管理码 psn_no', row.psn_no),
  certificateFault(person, row),
  noPlace('就医地统筹区 mdtrtarea', row.mdtrtarea),
  reversedDates(row),
];

const uploadOf = (row: QualificationRow, updatedAt: number): Upload => ({
  kind: 'qualification',
  key: qualificationKey(row),
  place: row.insuplc,
  ...(row.mdtrtarea !== undefined && { other: row.mdtrtarea }),
  updatedAt,
  row,
});
