import { placeOf } from '../../../../kernel/admdvs.ts';
import { accept, decline, hospitalTransaction } from '../../../dispatch/definition.ts';
import type { Output as Reply } from '../../../domain/national/1406.gen.ts';
import { nextDoor } from '../../../domain/next-door.ts';
import { PERSON_ASKED_REFUSALS, personAsked } from '../../../domain/person-asked.ts';
import { isRefusal } from '../../../domain/refusals.ts';
import type { Input, Output } from './wire.gen.ts';

/** 人员慢特病备案查询: asks the insured place (across provinces through the national node) for every recognised disease. */
export const qualifications = hospitalTransaction<Input, Output, Reply>()({
  infno: '5301',
  slug: 'qualifications',
  title: '人员慢特病备案查询',
  kind: 'query',
  needs: ['data.psn_no'],
  refusals: PERSON_ASKED_REFUSALS,
  load: (reader, { data }) => reader.person(data.psn_no),
  ask: (person, { data: { psn_no } }, context) => {
    const found = personAsked(person, context);
    if (isRefusal(found)) return found;
    const { insuplc } = found;
    const { fixmedins_code, admdvs } = context.institution;
    const mdtrtarea = placeOf(admdvs);
    const input = { data: { mdtrtarea, insuplc, fixmedins_code, psn_no } };
    return { door: nextDoor(mdtrtarea, insuplc), infno: '1406', mdtrtarea, insuplc, input };
  },
  decide: (person, { data: { psn_no } }, context, reply) => {
    const found = personAsked(person, context);
    if (isRefusal(found)) return decline(found);
    const feedetail = (reply?.opspinfo ?? []).map((row) => ({
      opsp_dise_code: row.opsp_dise_code ?? row.poolarea_dise_code,
      opsp_dise_name: row.opsp_dise_name,
      begndate: row.begndate,
      enddate: row.enddate,
    }));
    return accept({ feedetail }, [], { subject: { psn_no } });
  },
  examples: [{ title: '某人的慢特病资格', input: { data: { psn_no: '{psn_no}' } } }],
  notes: [
    '列出全部已认定的病种，已到期的、不在跨省直接结算范围内的也列：能否结算由国家平台和参保地判断。',
    '参保地只有本地码、没有对应全国码的，病种代码答本地码。',
    '跨省经国家平台 1406 查询参保地，省内直接查询参保地。',
  ],
  differences: ['列出该人在参保地全部险种的资格，接口表没有险种字段，看不出属于哪个险种。'],
});
