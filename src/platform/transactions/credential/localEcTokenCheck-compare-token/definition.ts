import { accept, credentialTransaction } from '../../../dispatch/definition.ts';
import { personOfToken } from '../../../domain/e-credential/person-of-token.ts';
import { isRefusal } from '../../../domain/refusals.ts';
import type { Input, Output } from './wire.gen.ts';

/** 令牌与身份核对: whether a living token of this institution is that person's. */
export const compareToken = credentialTransaction<Input, Output>()({
  infno: 'localEcTokenCheck',
  slug: 'compare-token',
  title: '令牌与身份核对',
  kind: 'query',
  needs: ['ecToken', 'idNo'],
  refusals: [],
  load: (reader, { ecToken }, context) => personOfToken(reader, ecToken, context),
  decide: (person, { idNo, userName }) => {
    if (isRefusal(person)) return accept({ flag: '0' });
    const same = person.certno === idNo.toUpperCase() && (userName === undefined || userName === person.psn_name);
    return accept({ flag: same ? '1' : '0' }, [], { subject: { psn_no: person.psn_no } });
  },
  examples: [
    {
      title: '令牌属于就诊人',
      input: {
        orgId: '{fixmedins_code}', ecToken: '{ec_token}', idType: '01', idNo: '{certno}', userName: '{psn_name}',
      },
    },
  ],
  notes: ['地址 /localcfc/api/hsecfc/localEcTokenCheck；相符 flag 为 1，不符、失效或他院的令牌为 0。'],
}); // prettier-ignore
