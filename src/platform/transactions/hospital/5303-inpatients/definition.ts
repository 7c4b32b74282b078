import { accept, decline, hospitalTransaction } from '../../../dispatch/definition.ts';
import { PERSON_ASKED_REFUSALS, personAsked } from '../../../domain/person-asked.ts';
import { isRefusal } from '../../../domain/refusals.ts';
import type { Input, Output } from './wire.gen.ts';

/** 在院信息查询: a window asks it before an outpatient settlement. Nobody is in hospital here: 2401 has no behaviour yet. */
export const inpatients = hospitalTransaction<Input, Output>()({
  infno: '5303',
  slug: 'inpatients',
  title: '在院信息查询',
  kind: 'query',
  needs: ['data.psn_no'],
  refusals: PERSON_ASKED_REFUSALS,
  load: (reader, { data: { psn_no } }) => reader.person(psn_no),
  decide: (person, { data: { psn_no } }, context) => {
    const found = personAsked(person, context);
    return isRefusal(found) ? decline(found) : accept<Output>([], [], { subject: { psn_no } });
  },
  examples: [
    {
      title: '门诊结算前查是否在院',
      input: { data: { psn_no: '{psn_no}', begntime: '2026-01-01 00:00:00', endtime: '2026-12-31 23:59:59' } },
    },
  ],
  differences: ['沙箱尚无住院业务（2401 等），因此没有人在院：对认得的参保人总是返回空列表。'],
});
