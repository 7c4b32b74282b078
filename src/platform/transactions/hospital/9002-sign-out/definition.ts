import { dateTimeOf } from '../../../../kernel/civil-time.ts';
import { accept, decline, hospitalTransaction } from '../../../dispatch/definition.ts';
import { refuse } from '../../../domain/refusals.ts';
import type { Input, Output } from './wire.gen.ts';

/** 签退: ends a sign-in of the same institution; signing out twice is refused. */
export const signOut = hospitalTransaction<Input, Output>()({
  infno: '9002',
  slug: 'sign-out',
  title: '签退',
  kind: 'mutation',
  needs: ['signOut.sign_no'],
  refusals: ['sign-in-invalid'],
  load: (reader, { signOut: { sign_no } }) => reader.signIn(sign_no),
  decide: (signIn, { signOut: { sign_no } }, { now, party, institution }) => {
    if (signIn?.fixmedins_code !== institution.fixmedins_code || signIn.signedOutAt !== undefined) {
      return decline(refuse(party, 'sign-in-invalid', sign_no));
    }
    return accept({ signoutoutb: { sign_time: dateTimeOf(now) } }, [
      { kind: 'sign-in.put', signIn: { ...signIn, signedOutAt: now } },
    ]);
  },
  examples: [{ title: '收费员签退', input: { signOut: { sign_no: '000001', opter_no: 'S001' } } }],
  differences: ['接口表把出参节点印作 sign_time，真实客户端读 signoutoutb：两个都写。'],
});
