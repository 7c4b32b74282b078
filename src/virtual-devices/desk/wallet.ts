import type { CardCondition } from '../media/conditions.ts';
import type { Chip, SocialCard } from '../media/social-card.ts';

/** What the cards remember while they lie in nobody's reader, and where the others are. */
export type Wallet = {
  /** The card with what it remembers. */
  readonly remembered: (card: SocialCard) => SocialCard;
  readonly note: (card: SocialCard) => void;
  /** Forgets what the cards of a person remember: PIN, tries. */
  readonly renew: (person: string) => void;
};

const keyOf = ({ person, condition }: { readonly person: string; readonly condition: CardCondition }): string =>
  `${person}/${condition}`;

export const wallet = (): Wallet => {
  const chips = new Map<string, Chip>();
  return {
    remembered: (card) => ({ ...card, chip: chips.get(keyOf(card)) ?? card.chip }),
    note: (card) => void chips.set(keyOf(card), card.chip),
    renew: (person) => {
      for (const key of [...chips.keys()]) if (key.startsWith(`${person}/`)) chips.delete(key);
    },
  };
};
