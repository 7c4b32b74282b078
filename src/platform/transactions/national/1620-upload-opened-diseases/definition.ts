import { provinceOf } from '../../../../kernel/admdvs.ts';
import type { CivilDate } from '../../../../kernel/civil-time.ts';
import type { DiseaseList } from '../../../../rules/scope/disease-list.ts';
import { accept, decline, nationalTransaction } from '../../../dispatch/definition.ts';
import { diseaseStop } from '../../../domain/cross-province-stop.ts';
import { withOpened } from '../../../domain/from-uploads.ts';
import type { Institution } from '../../../domain/institution.ts';
import type { Input } from '../../../domain/national/1620.gen.ts';
import type { OpenedRow } from '../../../domain/national/upload-rows.ts';
import type { Upload } from '../../../domain/upload.ts';
import { refusalOfRows, reversedDates, ROWS_REFUSALS } from '../../../domain/upload-faults.ts';
import { openedKey } from '../../../domain/uploads-of.ts';
import type { Write } from '../../../store/port.ts';

/** 医疗机构开通门诊慢特病病种信息上传: what institutions of the province that sends have opened. */
export const uploadOpenedDiseases = nationalTransaction<Input>()({
  infno: '1620',
  slug: 'upload-opened-diseases',
  title: '医疗机构开通门诊慢特病病种信息上传',
  kind: 'mutation',
  role: 'treatment',
  exact: true,
  needs: ['data[].fixmedins_code', 'data[].opsp_dise_code', 'data[].begndate', 'data[].vali_flag'],
  refusals: ROWS_REFUSALS,
  load: (reader, { data }, { message: { sender } }) =>
    data.map(({ fixmedins_code }) => {
      const institution = reader.institution(fixmedins_code);
      return institution && provinceOf(institution.admdvs) === sender ? institution : undefined;
    }),
  decide: (known, { data }, { party, now, today, library: { diseases } }) => {
    const faults = (row: OpenedRow, index: number) => [
      unknownInstitution(row, known[index]),
      outsideList(row, known[index], today, diseases),
      reversedDates(row),
    ];
    const refusal = refusalOfRows(data, openedKey, faults, party);
    if (refusal) return decline(refusal);
    return accept(undefined, [...institutionWrites(data, known, today), ...uploadWrites(data, known, now)]);
  },
  examples: [
    {
      title: '开通慢阻肺',
      input: {
        data: [
          {
            fixmedins_code: '{fixmedins_code}', opsp_dise_code: 'M05300', opsp_dise_name: '慢性阻塞性肺疾病',
            begndate: '2025-01-01', vali_flag: '1',
          },
        ],
      },
    },
  ],
  notes: [
    '就医省发起，一次最多 100 行；有一行不能接收，整批不保存，应答逐行说明。',
    '机构须先用 1603 上传；病种须在全国跨省直接结算病种范围内。有效标志 0 为关闭该病种，自当日起不能结算。',
  ],
  differences: ['字段按定点医药机构接口推定；未开放的病种只能从开放之日起开通，是沙箱的规则。'],
}); // prettier-ignore

/** An institution of another province is answered as one that nobody has uploaded. */
const unknownInstitution = ({ fixmedins_code }: OpenedRow, institution: Institution | undefined) =>
  institution
    ? undefined
    : `定点医药机构编号 fixmedins_code（${fixmedins_code}）不是本省已上传的机构，请先用 1603 上传`;

/** The list counts on the day from which the disease is open; one that is open already may always be closed. */
const outsideList = (
  { opsp_dise_code, begndate, vali_flag }: OpenedRow,
  institution: Institution | undefined,
  today: CivilDate,
  diseases: DiseaseList,
): string | undefined => {
  const open = institution?.openedDiseases.some((opened) => opened.opsp_dise_code === opsp_dise_code);
  if (vali_flag === '0' && open) return undefined;
  return diseaseStop(opsp_dise_code, begndate > today ? begndate : today, diseases)?.text;
};

/** Several rows may be of one institution: each is added to what those before it made of it. */
const institutionWrites = (
  data: Input['data'],
  known: readonly (Institution | undefined)[],
  today: CivilDate,
): Write[] => {
  const changed = new Map<string, Institution>();
  data.forEach((row, index) => {
    const institution = changed.get(row.fixmedins_code) ?? known[index];
    if (institution) changed.set(row.fixmedins_code, withOpened(institution, row, today));
  });
  return [...changed.values()].map((institution) => ({ kind: 'institution.put', institution }));
};

const uploadWrites = (data: Input['data'], known: readonly (Institution | undefined)[], now: number): Write[] =>
  data.flatMap((row, index) => {
    const institution = known[index];
    return institution ? [{ kind: 'upload.put', upload: uploadOf(row, institution, now) } as const] : [];
  });

const uploadOf = (row: OpenedRow, { fixmedins_name, admdvs }: Institution, updatedAt: number): Upload => ({
  kind: 'opened-disease',
  key: openedKey(row),
  place: admdvs,
  updatedAt,
  row: { ...row, fixmedins_name, admdvs },
});
