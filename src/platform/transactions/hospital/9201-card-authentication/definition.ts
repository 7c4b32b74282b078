import { accept, decline, hospitalTransaction } from '../../../dispatch/definition.ts';
import { CARD_CHECK_REFUSALS } from '../../../domain/card-holder.ts';
import type { Output as Authenticated } from '../../../domain/national/1903.gen.ts';
import type { Output as Checked } from '../../../domain/national/1904.gen.ts';
import { isRefusal, refuse } from '../../../domain/refusals.ts';
import { authenticate, beginReading } from './authenticate.ts';
import { checkCard, readAgain } from './check-card.ts';
import type { Input, Output } from './wire.gen.ts';

/** 卡内部认证: a card is read without a PSAM, in two steps; across provinces the national node is asked (1903, 1904). */
export const cardAuthentication = hospitalTransaction<Input, Output, Authenticated & Checked>()({
  infno: '9201',
  slug: 'card-authentication',
  title: '卡内部认证',
  kind: 'mutation',
  needs: ['data.auth_step', 'data.card_sn'],
  refusals: [
    ...CARD_CHECK_REFUSALS, 'psam-present', 'card-step-unknown', 'fields-missing', 'card-issuer-unknown',
    'card-reading-unknown', 'card-reading-over', 'card-forged',
  ],
  load: (reader, { data }, { institution, party, now }) => {
    if (institution.no_psam !== true) return refuse(party, 'psam-present');
    if (data.auth_step === '1') return beginReading(data, party);
    if (data.auth_step === '2') return readAgain(reader, data, { institution, party, now });
    return refuse(party, 'card-step-unknown', data.auth_step);
  },
  ask: (facts, _input, { institution }) => {
    if (isRefusal(facts)) return facts;
    return facts.step === 'check' ? checkCard.ask(facts, institution) : authenticate.ask(facts, institution);
  },
  decide: (facts, _input, context, reply) => {
    if (isRefusal(facts)) return decline(facts);
    return facts.step === 'check'
      ? checkCard.decide(facts, context, reply)
      : accept<Output>(...authenticate.decide(facts, context, reply));
  },
  refused: (facts, _input, _context, refusal) =>
    !isRefusal(facts) && facts.step === 'check' ? checkCard.refused(facts, refusal) : undefined,
  examples: [
    {
      title: '第一步：读卡器第一步得到的数据',
      input: {
        data: {
          auth_step: '1', issu_admdvs: '{insuplc_admdvs}', card_atr: '3B6D000000814A5301', algo_flag: '03',
          card_sn: '{card_sn}', intl_auth_fctr: '0011223344556677', intl_auth_info: '8899AABBCCDDEEFF',
          extl_auth_fctr: '7766554433221100', extl_auth_info: 'FFEEDDCCBBAA9988',
        },
      },
    },
  ],
  notes: [
    '只供读卡器没有 PSAM 卡的机构（no_psam）：第一步上送读卡器的八项数据，得到两项鉴别数据和认证流水号；读卡器第二步读出卡后，第二步上送读出的内容和卡应答 card_proof，得到参保地。',
    '跨省的卡经国家平台 1903、1904 认证，本省的卡由就医地认证；每个认证流水号只用一次，五分钟内有效。',
    '伪造的卡没有密钥，换了的卡密钥不同，都算不出卡应答。',
  ],
  differences: [
    '交易编号见一处公开目录，报文内容没有公开，步骤和字段是沙箱自定。',
    '真实的卡用国密密钥；沙箱的卡由卡识别码派生密钥，卡应答 card_proof 为沙箱自定的 HMAC-SHA-256 前 16 位十六进制。',
    '有 PSAM 卡的机构被拒绝，是按读卡器“无须加密机认证”的返回码推定。',
  ],
}); // prettier-ignore
