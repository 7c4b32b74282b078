import { placeOf } from '../../../../kernel/admdvs.ts';
import { accept, decline, nationalTransaction } from '../../../dispatch/definition.ts';
import { BIZ_APPY_TYPE, chosenFrom } from '../../../domain/from-uploads.ts';
import type { Institution } from '../../../domain/institution.ts';
import type { Input } from '../../../domain/national/1625.gen.ts';
import type { ChosenRow } from '../../../domain/national/upload-rows.ts';
import type { Person } from '../../../domain/person.ts';
import {
  foreignPlace,
  realPerson,
  refusalOfRows,
  reversedDates,
  ROWS_REFUSALS,
  type Faults,
} from '../../../domain/upload-faults.ts';
import { certificateFault, holdsInsurance, uploadedPerson } from '../../../domain/uploaded-person.ts';
import { chosenKey } from '../../../domain/uploads-of.ts';
import type { Upload } from '../../../domain/upload.ts';
import type { Write } from '../../../store/port.ts';
import { treatmentPlace } from './treatment-place.ts';

/** 参保人员选择的门诊慢特病定点医疗机构信息上传: what the insured of the province that sends have chosen. */
export const uploadChosenInstitutions = nationalTransaction<Input>()({
  infno: '1625',
  slug: 'upload-chosen-institutions',
  title: '参保人员选择的门诊慢特病定点医疗机构信息上传',
  kind: 'mutation',
  role: 'insured',
  exact: true,
  needs: [
    'data[].insuplc', 'data[].psn_no', 'data[].psn_cert_type', 'data[].certno', 'data[].psn_name', 'data[].insutype',
    'data[].fix_srt_no', 'data[].fixmedins_code', 'data[].fixmedins_name', 'data[].begndate', 'data[].vali_flag',
  ],
  refusals: ROWS_REFUSALS,
  load: (reader, { data }) =>
    data.map((row) => ({ person: uploadedPerson(reader, row), institution: reader.institution(row.fixmedins_code) })),
  decide: (known, { data }, { message: { sender }, party, now, today }) => {
    const faults = (row: ChosenRow, index: number) => faultsOf(row, known[index], sender);
    const refusal = refusalOfRows(data, keyOf, faults, party);
    if (refusal) return decline(refusal);
    const writes = data.flatMap((row, index): Write[] => {
      const { person, institution } = known[index] ?? {};
      const upload: Write = { kind: 'upload.put', upload: uploadOf(row, institution, now) };
      if (!person || !holdsInsurance(person, row.insuplc, row.insutype)) return [upload];
      return [{ kind: 'chosen.put', chosen: chosenFrom(row, person.psn_no, today) }, upload];
    });
    return accept(undefined, writes);
  },
  examples: [
    {
      title: '为慢阻肺选定一家医院',
      input: {
        data: [
          {
            insuplc: '{insuplc_admdvs}', psn_no: '{psn_no}', psn_cert_type: '01', certno: '{certno}',
            psn_name: '{psn_name}', insutype: '{insutype}', biz_appy_type: '03', opsp_dise_code: 'M05300',
            fix_srt_no: '1', fixmedins_code: '{fixmedins_code}', fixmedins_name: '{fixmedins_name}',
            begndate: '2026-01-01', vali_flag: '1',
          },
        ],
      },
    },
  ],
  notes: [
    '参保省发起，一次最多 100 行；有一行不能接收，整批不保存，应答逐行说明。',
    '同一参保人、险种、业务申请类型、病种和定点排序号再次上传即替换；不填病种为各病种通用，不填业务申请类型为 03。',
    '就医地统筹区不填时取机构所在地，该省可用 1825 下载；沙箱认识的参保人，结算时按此判断是否选定机构。',
    '只收虚构人员：可能是真实的身份证号一律拒绝，且不保存。',
  ],
  differences: ['公开材料有此项上传，未载交易编号：1625 及其字段是沙箱自定，字段与 1825 相同。'],
}); // prettier-ignore

type Known = { readonly person?: Person | undefined; readonly institution?: Institution | undefined };

const withType = (row: ChosenRow) => ({ ...row, biz_appy_type: row.biz_appy_type ?? BIZ_APPY_TYPE });

const keyOf = (row: ChosenRow): string => chosenKey(withType(row), row.insuplc);

const faultsOf = (row: ChosenRow, { person, institution }: Known = {}, province: string): Faults => [
  foreignPlace('参保地统筹区 insuplc', row.insuplc, province),
  realPerson('证件号码 certno', row.certno) ?? realPerson('个人管理码 psn_no', row.psn_no),
  certificateFault(person, row),
  elsewhere(row, institution),
  reversedDates(row),
];

/** The place of treatment says which province may read the row: it must be where the institution stands. */
const elsewhere = (
  { mdtrtarea, fixmedins_code }: ChosenRow,
  institution: Institution | undefined,
): string | undefined => {
  const stands = treatmentPlace(fixmedins_code, institution);
  if (stands === undefined) {
    return `定点医药机构编号 fixmedins_code（${fixmedins_code}）应为 H 或 P 加十一位数字，前六位为区划`;
  }
  if (mdtrtarea === undefined || placeOf(mdtrtarea) === stands) return undefined;
  return `就医地统筹区 mdtrtarea（${mdtrtarea}）与机构所在地 ${stands} 不符`;
};

const uploadOf = (row: ChosenRow, institution: Institution | undefined, updatedAt: number): Upload => {
  const mdtrtarea = treatmentPlace(row.fixmedins_code, institution) ?? '';
  const kept = { ...withType(row), mdtrtarea };
  return {
    kind: 'chosen-institution', key: keyOf(row), place: row.insuplc, other: mdtrtarea, updatedAt, row: kept,
  };
}; // prettier-ignore
