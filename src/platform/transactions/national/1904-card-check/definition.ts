import { accept, decline, nationalTransaction } from '../../../dispatch/definition.ts';
import type { Input, Output } from '../../../domain/national/1904.gen.ts';
import { CARD_CHECK_REFUSALS, insuredPlaceOfCard } from '../../../domain/card-holder.ts';
import { isRefusal } from '../../../domain/refusals.ts';

/** 社保卡鉴权: whether what was read belongs to one card and one person, and where that person is insured. */
export const cardCheck = nationalTransaction<Input, Output>()({
  infno: '1904',
  slug: 'card-check',
  title: '社保卡鉴权',
  kind: 'query',
  role: 'treatment',
  needs: ['data.mdtrtarea', 'data.ssn', 'data.card_no', 'data.card_sn', 'data.psn_name'],
  refusals: CARD_CHECK_REFUSALS,
  load: (reader, { data }) => reader.personByCard(data.card_no),
  decide: (person, { data }, { party }) => {
    const found = insuredPlaceOfCard(person, data, party);
    if (isRefusal(found)) return decline(found);
    const { psn_no, insuplc } = found;
    return accept({ data: { insuplc } }, [], { subject: { psn_no } });
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
