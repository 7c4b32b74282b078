import type { Member } from './cast.ts';

/** A credential 就诊凭证 that all parties must support (source: 测试通过标准 §1). */
export type Credential = { readonly type: string; readonly name: string };

const TOKEN: Credential = { type: '01', name: '医保电子凭证' };
const IDENTITY_CARD: Credential = { type: '02', name: '居民身份证' };
const CARD: Credential = { type: '03', name: '社会保障卡' };

export const CREDENTIALS: readonly [Credential, Credential, Credential] = [TOKEN, IDENTITY_CARD, CARD];

/** What the person shows at the window, by the codes of the message. */
export const shown = ({ type }: Credential, { ec_token, card_no, card_sn, certno }: Member) => {
  if (type === TOKEN.type) return { mdtrt_cert_type: type, mdtrt_cert_no: ec_token };
  if (type === CARD.type) return { mdtrt_cert_type: type, mdtrt_cert_no: card_no, card_sn };
  return { mdtrt_cert_type: type, mdtrt_cert_no: certno };
};
