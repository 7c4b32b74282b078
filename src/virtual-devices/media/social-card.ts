import { addMonths, addDays, type CivilDate } from '../../kernel/civil-time.ts';
import type { CardKeyed } from '../../kernel/card-authentication.ts';
import type { CardCondition } from './conditions.ts';
import type { Holder } from './holder.ts';

/** PIN of the cards of this world, and the one with which a new card comes from the issuer: both sandbox. */
export const USUAL_PIN = '888888';
export const INITIAL_PIN = '123456';

/** Wrong entries until the PIN is locked, and wrong answers of the platform until the key is (63C2, 63C1, 63C0). */
export const PIN_TRIES = 3;
export const KEY_TRIES = 3;

/** What a card remembers, in whichever reader it is: it belongs to the card, not to the reader. */
export type Chip = {
  readonly pin: string;
  readonly triesLeft: number;
  readonly keyTriesLeft: number;
};

/** A social-security card 社会保障卡 as a thing that can be put somewhere. */
export type SocialCard = {
  readonly medium: 'card';
  readonly person: string;
  readonly condition: CardCondition;
  readonly region: string;
  readonly idNo: string;
  readonly card_no: string;
  readonly card_sn: string;
  readonly name: string;
  readonly issued: CivilDate;
  readonly validUntil: CivilDate;
  readonly chip: Chip;
};

/** The chip of a card that nobody has used yet. */
export const freshChip = (condition: CardCondition): Chip => ({
  pin: condition === 'initial-pin' ? INITIAL_PIN : USUAL_PIN,
  triesLeft: condition === 'pin-locked' ? 0 : PIN_TRIES,
  keyTriesLeft: KEY_TRIES,
});

/** The person's card in that condition; nothing for a person without one. Cards are valid for ten years. */
export const socialCardOf = (holder: Holder, condition: CardCondition = 'good'): SocialCard | undefined => {
  if (!holder.card) return undefined;
  const { card_no, card_sn } = numbersOf(holder.card, condition);
  const issued = addMonths(holder.issuedOn, condition === 'expired' ? -121 : -36);
  return {
    medium: 'card',
    person: holder.person,
    condition,
    region: card_sn.slice(0, 6),
    idNo: holder.idNo,
    card_no,
    card_sn,
    name: holder.name,
    issued,
    validUntil: addDays(addMonths(issued, 120), -1),
    chip: freshChip(condition),
  };
};

/** The card with its key: a forged one bears the number of another card and has not its key. */
export const keyOf = ({ card_sn, condition }: Pick<SocialCard, 'card_sn' | 'condition'>): CardKeyed =>
  condition === 'forged' ? { card_sn, secret: `forged ${card_sn}` } : { card_sn };

type Numbers = NonNullable<Holder['card']>;

/** A lost card bears the numbers before the new one was issued, a card of another region that region's. */
const numbersOf = ({ card_no, card_sn }: Numbers, condition: CardCondition): Numbers => {
  if (condition === 'lost')
    return { card_no: `L98${card_no.slice(3)}`, card_sn: `${card_sn.slice(0, 16)}98${card_sn.slice(18)}` };
  if (condition === 'wrong-region') return { card_no, card_sn: `${elsewhere(card_sn)}${card_sn.slice(6)}` };
  if (condition === 'bad-card-sn') return { card_no, card_sn: card_sn.slice(0, 20) };
  return { card_no, card_sn };
};

const elsewhere = (card_sn: string): string => (card_sn.startsWith('44') ? '310000' : '440100');
