import { mayBeReal } from '../../../kernel/identity-number.ts';
import type { Person } from '../../domain/person.ts';
import type { Reader } from '../../store/port.ts';
import { isSomebody, personNumber } from '../population/numbers.ts';

/**
 * The person that somebody at a desk names: id of a persona, place and number of one of the population (`610100-38`),
 * 人员编号 or certificate number. A number that a real person could have is never looked up.
 */
export const personGiven = (reader: Reader, text: string): Person | undefined => {
  if (mayBeReal(text)) return undefined;
  const { place, n } = /^(?<place>\d{6})-(?<n>\d{1,9})$/.exec(text)?.groups ?? {};
  if (place !== undefined) {
    const who = { place, n: Number(n) };
    return isSomebody(who) ? reader.person(personNumber(who)) : undefined;
  }
  return (
    reader.person(text) ??
    reader.personByCertificate(text.toUpperCase()) ??
    reader.personas().find(({ persona }) => persona?.id === text)
  );
};
