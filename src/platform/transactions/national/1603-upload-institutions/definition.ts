import { placeName, provinceOf } from '../../../../kernel/admdvs.ts';
import { accept, decline, nationalTransaction } from '../../../dispatch/definition.ts';
import { institutionFrom } from '../../../domain/from-uploads.ts';
import type { Institution } from '../../../domain/institution.ts';
import type { Input } from '../../../domain/national/1603.gen.ts';
import { OPEN_TYPES_ALLOWED, outOfAreaOf } from '../../../domain/national/institution-codes.ts';
import type { InstitutionRow } from '../../../domain/national/upload-rows.ts';
import type { Upload } from '../../../domain/upload.ts';
import { foreignCode, foreignPlace, refusalOfRows, ROWS_REFUSALS, type Faults } from '../../../domain/upload-faults.ts';
import type { Write } from '../../../store/port.ts';

/** 医药机构信息上传: institutions of the province that sends; other provinces download them with 1803. */
export const uploadInstitutions = nationalTransaction<Input>()({
  infno: '1603',
  slug: 'upload-institutions',
  title: '医药机构信息上传',
  kind: 'mutation',
  role: 'treatment',
  exact: true,
  needs: [
    'data[].fixmedins_code', 'data[].fixmedins_name', 'data[].admdvs', 'data[].fixmedins_type', 'data[].hosp_lv',
    'data[].out_onln_open_type', 'data[].fix_onln_open_flag',
  ],
  refusals: ROWS_REFUSALS,
  load: (reader, { data }) => data.map((row) => reader.institution(row.fixmedins_code)),
  decide: (known, { data }, { message: { sender }, party, now }) => {
    const faults = (row: InstitutionRow, index: number) => faultsOf(row, known[index], sender);
    const refusal = refusalOfRows(data, ({ fixmedins_code }) => fixmedins_code, faults, party);
    if (refusal) return decline(refusal);
    const writes = data.flatMap((row, index): Write[] => [
      { kind: 'institution.put', institution: institutionFrom(row, known[index]) },
      { kind: 'upload.put', upload: uploadOf(row, now) },
    ]);
    return accept(undefined, writes);
  },
  examples: [
    {
      title: '一家医院，正常联网，国家异地定点',
      input: {
        data: [
          {
            fixmedins_code: '{fixmedins_code}', fixmedins_name: '{fixmedins_name}', admdvs: '{mdtrtarea_admvs}',
            fixmedins_type: '1', hosp_lv: '2', out_onln_open_type: '1', fix_onln_open_flag: '1', rlnm_chk_flag: '1',
          },
        ],
      },
    },
  ],
  notes: [
    '就医省发起，一次最多 100 行；有一行不能接收，整批不保存，应答逐行说明。',
    '同一机构再次上传即替换；已开通的门诊慢特病病种（1620）不受影响。',
    '机构编号的区划和所在地须属本省：编号归别省的机构不能上传。',
    '未填实名就诊核验标志的，新机构按未核验，居民身份证不能作就诊凭证。',
  ],
  differences: [
    '字段按国家平台表 fixmedins_b 推定；异地联网开通类型的码值（0 未开通、1 国家异地、2 省内异地）和实名就诊核验标志是沙箱自定的。',
    '与接口表不符的一律拒绝，不论工作区是否严格：上传的数据别省要用。',
  ],
}); // prettier-ignore

const faultsOf = (
  { fixmedins_code, admdvs, out_onln_open_type }: InstitutionRow,
  before: Institution | undefined,
  province: string,
): Faults => [
  before ? ofAnother(before, province) : foreignCode(fixmedins_code, province),
  foreignPlace('所在地医保区划 admdvs', admdvs, province),
  outOfAreaOf(out_onln_open_type) === undefined
    ? `异地联网开通类型 out_onln_open_type（${out_onln_open_type}）${OPEN_TYPES_ALLOWED}`
    : undefined,
];

/** One that is known belongs to where it stands, whatever its code says. */
const ofAnother = ({ fixmedins_code, admdvs }: Institution, province: string): string | undefined =>
  provinceOf(admdvs) === province
    ? undefined
    : `定点医药机构编号 fixmedins_code（${fixmedins_code}）是${placeName(admdvs)}的机构，只能上传本省机构`;

const uploadOf = (row: InstitutionRow, updatedAt: number): Upload => ({
  kind: 'institution',
  key: row.fixmedins_code,
  place: row.admdvs,
  updatedAt,
  row,
});
