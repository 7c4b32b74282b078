import { placeOf } from '../../../../kernel/admdvs.ts';
import { accept, decline, nationalTransaction } from '../../../dispatch/definition.ts';
import type { Input, Output } from '../../../domain/national/1904.gen.ts';
import type { Party } from '../../../domain/party.ts';
import type { Person } from '../../../domain/person.ts';
import { isRefusal, refuse, type Refusal } from '../../../domain/refusals.ts';

/** 社保卡鉴权: whether what was read belongs to one card and one person, and where that person is insured. */
export const cardCheck = nationalTransaction<Input, Output>()({
  infno: '1904',
  slug: 'card-check',
  title: '社保卡鉴权',
  kind: 'query',
  role: 'treatment',
  needs: ['data.mdtrtarea', 'data.ssn', 'data.card_no', 'data.card_sn', 'data.psn_name'],
  refusals: ['card-unknown', 'card-mismatch', 'card-area-mismatch', 'credential-of-another', 'person-unknown'],
  load: (reader, { data }) => reader.personByCard(data.card_no),
  decide: (person, { data }, { party }) => {
    const holder = holderOf(person, data, party);
    if (isRefusal(holder)) return decline(holder);
    const insurance = holder.insurances.find((row) => row.psn_insu_stas === '1') ?? holder.insurances[0];
    if (!insurance) return decline(refuse(party, 'person-unknown'));
    const subject = { psn_no: holder.psn_no };
    return accept({ data: { insuplc: placeOf(insurance.insuplc_admdvs) } }, [], { subject });
  },
  examples: [
    {
      title: '读卡器第二步读出的卡',
      input: {
        data: {
          mdtrtarea: '{mdtrtarea_admvs}', issu_admdvs: '{insuplc_admdvs}', ssn: '{certno}', card_no: '{card_no}',
          card_sn: '{card_sn}', psn_name: '{psn_name}',
        },
      },
    },
  ],
  notes: [
    '卡号、卡识别码、社会保障号码和姓名须属于同一张卡、同一个人，否则拒绝；应答为参保地，之后的交易都用它。',
    '多处参保的返回正常参保的那一处。',
  ],
  differences: ['本交易见于跨省平台前代，通过标准未列；是否仍在使用不能确定。'],
}); // prettier-ignore

/** The person of the card, if everything that was read is that person's and that card's. */
const holderOf = (person: Person | undefined, data: Input['data'], by: Party): Person | Refusal => {
  const { issu_admdvs, card_sn, ssn, psn_name } = data;
  if (!person) return refuse(by, 'card-unknown');
  if (person.card?.card_sn !== card_sn) return refuse(by, 'card-mismatch');
  const area = card_sn.slice(0, 6);
  if (issu_admdvs !== undefined && issu_admdvs !== area) return refuse(by, 'card-area-mismatch', issu_admdvs, area);
  const same = person.certno === ssn.toUpperCase() && person.psn_name === psn_name;
  return same ? person : refuse(by, 'credential-of-another');
};
