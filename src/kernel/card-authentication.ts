import { hmacSha256 } from './sha256.ts';

/**
 * Authentication of a virtual social-security card without a PSAM in the reader (1903 卡内部认证): the reader's first
 * step hands out factors and raw data, the platform answers with authentication data 鉴别数据, and the card goes on only
 * if they are those that it reckons itself. Real cards do this with SM4 or SSF33 keys in a security module; here every
 * card has a key that is derived from its recognition code 卡识别码 (sandbox). Pure: the same code on the card's and the
 * platform's side.
 */
export type CardChallenge = {
  /** 卡识别码, 32 characters that open with the issuing place. */
  readonly card_sn: string;
  /** 内部认证过程因子: what the session key of the internal authentication is derived from. */
  readonly internalFactor: string;
  /** 内部认证原始信息 */
  readonly internalInfo: string;
  /** 外部认证过程因子 */
  readonly externalFactor: string;
  /** 外部认证原始信息 */
  readonly externalInfo: string;
};

/** What the platform answers: 内部认证鉴别数据 and 外部认证鉴别数据, 16 hexadecimal digits each. */
export type CardAnswer = { readonly internal: string; readonly external: string };

/** The card, as far as it matters here. */
export type CardKeyed = {
  readonly card_sn: string;
  /** What its key is made of; absent: its recognition code, as the platform reckons. A forged card has another one. */
  readonly secret?: string;
};

/** Any text as bytes, two a character: unlike UTF-8 it needs no library, and no two texts are the same. */
const bytesOf = (text: string): Uint8Array =>
  Uint8Array.from({ length: text.length * 2 }, (_, index) => {
    const code = text.charCodeAt(index >> 1);
    return index % 2 === 0 ? code >> 8 : code & 0xff;
  });

const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();

/** The parts are told apart by a character that none of them may hold. */
const digest = (key: Uint8Array, ...parts: readonly string[]): Uint8Array =>
  hmacSha256(key, bytesOf(parts.map((part) => part.replaceAll('\n', ' ')).join('\n')));

const cardKey = ({ card_sn, secret = card_sn }: CardKeyed): Uint8Array =>
  digest(bytesOf('kuasheng virtual card'), secret);

/** The reader's first step: what the card hands out; `random` is fresh chance, from the random port. */
export const cardChallenge = (card: CardKeyed, random: string): CardChallenge => {
  const fresh = hexOf(digest(cardKey(card), 'challenge', random));
  return {
    card_sn: card.card_sn,
    internalFactor: fresh.slice(0, 16),
    internalInfo: fresh.slice(16, 32),
    externalFactor: fresh.slice(32, 48),
    externalInfo: fresh.slice(48, 64),
  };
};

/** The authentication data that belong to a challenge under a card's key: what this card waits for. */
export const dataFor = (card: CardKeyed, challenge: CardChallenge): CardAnswer => {
  const key = cardKey(card);
  const data = (...parts: readonly string[]) => hexOf(digest(key, ...parts)).slice(0, 16);
  return {
    internal: data('internal', challenge.internalFactor, challenge.internalInfo),
    external: data('external', challenge.externalFactor, challenge.externalInfo),
  };
};

/** What 1903 answers to a challenge. Any data have an answer; only one card accepts it. */
export const authenticationData = (challenge: CardChallenge): CardAnswer =>
  dataFor({ card_sn: challenge.card_sn }, challenge);

/** The reader's second step: whether the card goes on. Never for another card's data, or an answer to other data. */
export const cardAccepts = (card: CardKeyed, challenge: CardChallenge, answer: CardAnswer): boolean => {
  const expected = dataFor(card, challenge);
  return answer.internal === expected.internal && answer.external === expected.external;
};

/** What the card lets the reader read once it has gone on: number, 社会保障号码, name. */
export type CardRead = { readonly card_no: string; readonly ssn: string; readonly psn_name: string };

/**
 * The card's own answer in the second step, 16 hexadecimal digits: it was this card that accepted this answer to this
 * challenge, and this is what it let read. A card without the right key cannot make it, another card makes another one.
 */
export const cardProof = (card: CardKeyed, challenge: CardChallenge, answer: CardAnswer, read: CardRead): string => {
  const { internalFactor, internalInfo, externalFactor, externalInfo } = challenge;
  const parts = [internalFactor, internalInfo, externalFactor, externalInfo, answer.internal, answer.external];
  return hexOf(digest(cardKey(card), 'proof', ...parts, read.card_no, read.ssn, read.psn_name)).slice(0, 16);
};

/** Whether a proof is that of the card which the challenge names. */
export const proofHolds = (proof: string, challenge: CardChallenge, answer: CardAnswer, read: CardRead): boolean =>
  proof.toUpperCase() === cardProof({ card_sn: challenge.card_sn }, challenge, answer, read);
