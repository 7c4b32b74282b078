import { cardChallenge, cardProof, type CardAnswer, type CardChallenge } from '../../kernel/card-authentication.ts';
import { keyOf, type SocialCard } from './social-card.ts';

/** Answer to reset 卡复位信息 and version of the rules of the virtual cards. Sandbox. */
const ATR = '3B6D000000814A5301';
const RULES_VERSION = '3.00';
/** 算法标识 03: SM4. */
const ALGORITHM = '03';

/** The reader as a card's text names it: 终端机编号 of twelve digits, 终端设备号. */
export type Terminal = { readonly no: string; readonly serial: string };

const bare = (date: string): string => date.replaceAll('-', '');
/** Items as the library prints them. */
export const joined = (items: readonly string[]): string => items.map((item) => `${item}|`).join('');

/** The eleven items of iReadCardBas: every item is followed by a bar, the last one too. */
export const cardItems = (card: SocialCard, { no, serial }: Terminal): readonly string[] => [
  card.region,
  card.idNo,
  card.card_no,
  card.card_sn,
  card.name,
  ATR,
  RULES_VERSION,
  bare(card.issued),
  bare(card.validUntil),
  no,
  serial,
];

/** What the reader hands out at the first step without PSAM: nine items, the four of the challenge among them. */
export const challengeItems = (card: SocialCard, challenge: CardChallenge, { no }: Terminal): readonly string[] => [
  card.region,
  ATR,
  ALGORITHM,
  challenge.card_sn,
  challenge.internalFactor,
  challenge.internalInfo,
  challenge.externalFactor,
  challenge.externalInfo,
  no,
];

/** A fresh challenge of that card. */
export const challengeOf = (card: SocialCard, random: () => number): CardChallenge =>
  cardChallenge(keyOf(card), String(random()));

/** The card's own answer once it has accepted the platform's: 9201 passes it on (kernel/card-authentication). */
export const proofOf = (card: SocialCard, challenge: CardChallenge, answer: CardAnswer): string =>
  cardProof(keyOf(card), challenge, answer, { card_no: card.card_no, ssn: card.idNo, psn_name: card.name });

/** 内部鉴别数据|外部鉴别数据| as the platform gave them. */
export const answerIn = (data: string): CardAnswer => {
  const [internal = '', external = ''] = data.toUpperCase().split('|');
  return { internal, external };
};

/** The business string 业务串 of HeaSecReadInfo, which a HIS passes on unread: base64. Content is sandbox. */
export const businessString = (card: SocialCard, { no }: Terminal): string =>
  Buffer.from(joined([card.region, card.card_no, card.card_sn, no]), 'utf8').toString('base64');
