import { dateTimeOf, type Instant } from '../../../../kernel/civil-time.ts';
import { accept, credentialTransaction, decline } from '../../../dispatch/definition.ts';
import { newToken } from '../../../domain/e-credential/ec-token.ts';
import { AUTHORISATION_LIFE, type FaceAuthorisation } from '../../../domain/e-credential/face-authorisation.ts';
import { identityTold } from '../../../domain/e-credential/identity-told.ts';
import type { Party } from '../../../domain/party.ts';
import { isRefusal, refuse, type Refusal } from '../../../domain/refusals.ts';
import type { Input, Output } from './wire.gen.ts';

/** 刷脸授权换身份: an authorisation becomes an identity and a token; asked again it is the same token. */
export const exchangeAuthorisation = credentialTransaction<Input, Output>()({
  infno: 'cn.nhsa.auth.check',
  slug: 'exchange-authorisation',
  title: '刷脸授权换身份',
  kind: 'mutation',
  needs: ['outBizNo', 'authNo'],
  refusals: ['authorisation-unknown', 'authorisation-expired', 'person-unknown'],
  load: (reader, { authNo, outBizNo }, { institution: { fixmedins_code } }) => {
    const found = reader.faceAuthorisation(authNo);
    const own = found?.fixmedins_code === fixmedins_code && found.outBizNo === outBizNo ? found : undefined;
    const token = reader.ecToken(own?.ec_token ?? '');
    return { own, token, person: own && reader.person(own.psn_no) };
  },
  decide: ({ own, token, person }, { authNo }, { institution: { fixmedins_code }, now, seq, party, settings }) => {
    const living = livingAuthorisation(own, token?.expiresAt, now, party);
    if (isRefusal(living)) return decline(living);
    if (!person) return decline(refuse(party, 'person-unknown'));
    const { ec_token, ...issued } = token ?? newToken(person, { fixmedins_code, by: 'face', now, seq, settings });
    return accept(
      { ...identityTold(person), ecToken: ec_token, authNo },
      token
        ? []
        : [
            { kind: 'ec-token.put', token: { ec_token, ...issued } },
            { kind: 'face-authorisation.put', authorisation: { ...living, ec_token } },
          ],
      { subject: { psn_no: person.psn_no } },
    );
  },
  examples: [
    {
      title: '用授权编号换身份',
      input: { orgId: '{fixmedins_code}', businessType: '01301', outBizNo: 'BIZ0001', authNo: '{authNo}' },
    },
  ],
  notes: ['须在授权后五分钟内、由同一机构、用同一 outBizNo；重复查询得到同一令牌。'],
  differences: ['授权编号的有效期没有公开，五分钟是沙箱自定。'],
}); // prettier-ignore

const livingAuthorisation = (
  own: FaceAuthorisation | undefined,
  tokenEnds: Instant | undefined,
  now: Instant,
  by: Party,
): FaceAuthorisation | Refusal => {
  if (!own) return refuse(by, 'authorisation-unknown');
  const until = Math.min(own.at + AUTHORISATION_LIFE, tokenEnds ?? Number.MAX_SAFE_INTEGER);
  return now >= until ? refuse(by, 'authorisation-expired', dateTimeOf(until)) : own;
};
