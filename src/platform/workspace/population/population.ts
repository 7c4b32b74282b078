import type { Admdvs } from '../../../kernel/admdvs.ts';
import { numberedByCertificate, PEOPLE_OF_A_PLACE, type Numbered } from './certificates.ts';
import { lifeOf, type Life } from './life.ts';
import {
  hasPeople,
  isSomebody,
  numberedByCard,
  numberedByPersonNumber,
  numberedByToken,
  personNumber,
} from './numbers.ts';
import { certificateOffset, type Source } from './source.ts';

/** People without end: each is a function of seed, place and number, and is found by any number that it bears. */
export type Population = {
  /** How many people a place has: numbers 1 to this; 0 for what is no place, or has no people. */
  readonly size: (place: Admdvs) => number;
  /** Undefined beyond the size of the place. */
  readonly numbered: (who: Numbered) => Life | undefined;
  /** True for a number that one of them bears, without making anybody. */
  readonly has: (psn_no: string) => boolean;
  readonly byPersonNumber: (psn_no: string) => Life | undefined;
  readonly byCertificate: (certno: string) => Life | undefined;
  readonly byCard: (card_no: string) => Life | undefined;
  readonly byToken: (ec_token: string) => Life | undefined;
};

/** So many lives are remembered: a message asks for the same one several times. */
const REMEMBERED = 1_000;

export const populationOf = (source: Source): Population => {
  const remembered = new Map<string, Life>();
  const offsets = new Map<string, number>();

  const living = (who: Numbered): Life => {
    const key = personNumber(who);
    const known = remembered.get(key);
    if (known) return known;
    const life = lifeOf(source, who);
    if (remembered.size >= REMEMBERED) remembered.clear();
    remembered.set(key, life);
    return life;
  };
  const offset = (province: string): number => {
    const known = offsets.get(province) ?? certificateOffset(source, province);
    offsets.set(province, known);
    return known;
  };
  const lived = (who: Numbered | undefined) => (who && isSomebody(who) ? living(who) : undefined);

  return {
    size: (place) => (hasPeople(place) ? PEOPLE_OF_A_PLACE : 0),
    numbered: lived,
    has: (psn_no) => numberedByPersonNumber(psn_no) !== undefined,
    byPersonNumber: (psn_no) => lived(numberedByPersonNumber(psn_no)),
    byCertificate: (certno) => lived(numberedByCertificate(certno, offset)),
    byCard: (card_no) => {
      const life = lived(numberedByCard(card_no));
      return life?.person.card && life;
    },
    byToken: (ec_token) => {
      const life = lived(numberedByToken(ec_token));
      return life?.person.ec_token === undefined ? undefined : life;
    },
  };
};
