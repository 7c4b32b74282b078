import { cardChallenge, type CardChallenge } from '../../kernel/card-authentication.ts';
import type { SocialCard } from './social-card.ts';

/** Answer to reset 卡复位信息 and version of the rules of the virtual cards. Sandbox. */
const ATR = '3B6D000000814A5301';
const RULES_VERSION = '3.00';
/** 算法标识 03: SM4. */
const ALGORITHM = '03';

/** The reader as a card's text names it: 终端机编号 of twelve digits, 终端设备号. */
export type Terminal = { readonly no: string; readonly serial: string };

const bare = (date: string): string => date.replaceAll('-', '');
const joined = (items: readonly string[]): string => items.map((item) => `${item}|`).join('');

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

export const cardText = (card: SocialCard, terminal: Terminal): string => joined(cardItems(card, terminal));

/** What the reader hands out at the first step without PSAM: nine items, the four of the challenge among them. */
export const challengeText = (card: SocialCard, challenge: CardChallenge, { no }: Terminal): string =>
  joined([
    card.region,
    ATR,
    ALGORITHM,
    challenge.card_sn,
    challenge.internalFactor,
    challenge.internalInfo,
    challenge.externalFactor,
    challenge.externalInfo,
    no,
  ]);

/** A fresh challenge of that card; a forged card has another key and does not notice. */
export const challengeOf = (card: SocialCard, random: () => number): CardChallenge =>
  cardChallenge(card, String(random()));

/** The business string 业务串 of HeaSecReadInfo, which a HIS passes on unread: base64. Content is sandbox. */
export const businessString = (card: SocialCard, { no }: Terminal): string =>
  Buffer.from(joined([card.region, card.card_no, card.card_sn, no]), 'utf8').toString('base64');
