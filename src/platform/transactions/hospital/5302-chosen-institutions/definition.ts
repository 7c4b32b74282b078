import type { CivilDate } from '../../../../kernel/civil-time.ts';
import { diseaseName } from '../../../../rules/scope/disease-name.ts';
import type { DiseaseList } from '../../../../rules/scope/disease-list.ts';
import { accept, decline, hospitalTransaction } from '../../../dispatch/definition.ts';
import type { ChosenInstitution } from '../../../domain/person.ts';
import { insutypesAt, PERSON_ASKED_REFUSALS, personAsked } from '../../../domain/person-asked.ts';
import { isRefusal } from '../../../domain/refusals.ts';
import type { Input, Output } from './wire.gen.ts';

/** 人员定点信息查询: the institutions that the person has chosen, for a disease or at all. */
export const chosenInstitutions = hospitalTransaction<Input, Output>()({
  infno: '5302',
  slug: 'chosen-institutions',
  title: '人员定点信息查询',
  kind: 'query',
  needs: ['data.psn_no'],
  refusals: PERSON_ASKED_REFUSALS,
  load: (reader, { data: { psn_no } }) => ({
    person: reader.person(psn_no),
    chosen: reader.chosenInstitutions(psn_no),
  }),
  decide: ({ person, chosen }, { data: { psn_no, biz_appy_type } }, context) => {
    const found = personAsked(person, context);
    if (isRefusal(found)) return decline(found);
    const insutypes = insutypesAt(found);
    const psnfixmedin = chosen
      .filter((row) => insutypes.includes(row.insutype))
      .filter((row) => biz_appy_type === undefined || row.biz_appy_type === biz_appy_type)
      .map((row) => rowOf(row, context.library.diseases, context.today));
    return accept({ psnfixmedin }, [], { subject: { psn_no } });
  },
  examples: [{ title: '就医定点登记', input: { data: { psn_no: '{psn_no}', biz_appy_type: '03' } } }],
  notes: [
    '业务申请类型 03 就医定点医疗机构登记、01 门慢门特登记等，不填为全部；已到期的也列，看开始、结束日期。',
    '为某个病种选定的，备注 memo 写明病种。',
  ],
  differences: ['跨省人员直接读沙箱里参保地的数据，不经国家平台 1825。'],
});

const rowOf = (
  { biz_appy_type: _type, opsp_dise_code: code, ...row }: ChosenInstitution,
  diseases: DiseaseList,
  today: CivilDate,
): Output['psnfixmedin'][number] => ({
  ...row,
  ...(code !== undefined && { memo: `病种 ${[code, diseaseName(diseases, code, today)].join(' ').trim()}` }),
});
