import { mayBeReal } from '../../../../kernel/identity-number.ts';
import { accept, credentialTransaction, decline } from '../../../dispatch/definition.ts';
import { identityTold } from '../../../domain/e-credential/identity-told.ts';
import { stillHeld } from '../../../domain/e-credential/shown.ts';
import type { Person } from '../../../domain/person.ts';
import { refuse } from '../../../domain/refusals.ts';
import type { Reader } from '../../../store/port.ts';
import type { Input, Output } from './wire.gen.ts';

/** 终端读身份证: who lies on the terminal, without a token. */
export const readIdentityCard = credentialTransaction<Input, Output>()({
  infno: 'cn.nhsa.cert.get',
  slug: 'read-identity-card',
  title: '终端读身份证',
  kind: 'query',
  needs: [],
  refusals: ['identity-card-absent', 'person-unknown'],
  load: (reader, { idNo }, { institution: { fixmedins_code }, now }) => {
    if (idNo !== undefined) return { laid: true, person: byNumber(reader, idNo) };
    const card = stillHeld(reader.heldAt(fixmedins_code, 'identity-card'), now);
    return { laid: card !== undefined, person: card && reader.person(card.psn_no) };
  },
  decide: ({ laid, person }, _input, { party }) => {
    if (!laid) return decline(refuse(party, 'identity-card-absent'));
    if (!person) return decline(refuse(party, 'person-unknown'));
    const { idNo, idType, userName, gender, birthday, nationality } = identityTold(person);
    const output = { idNo, idType, userName, gender, birthday, nationality };
    return accept(output, [], { subject: { psn_no: person.psn_no } });
  },
  examples: [
    { title: '终端读到的身份证', input: { orgId: '{fixmedins_code}', businessType: '01101', idNo: '{certno}' } },
  ],
  notes: ['idNo 不填时，取放在本机构终端上的身份证（kuasheng credential identity-card）；身份证不给令牌，就诊凭证类型用 02。'],
  differences: ['真实终端读芯片；idNo 作为输入是沙箱自定。'],
}); // prettier-ignore

/** A number that a real person could have is never looked up. */
const byNumber = (reader: Reader, idNo: string): Person | undefined =>
  mayBeReal(idNo) ? undefined : reader.personByCertificate(idNo.toUpperCase());
