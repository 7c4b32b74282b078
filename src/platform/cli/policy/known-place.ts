import { dateOf, type CivilDate } from '../../../kernel/civil-time.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import { findPlace, policyBook, machineWall, type BookPlace } from '../../sandbox.ts';
import { misuse, type Failure } from '../server/failure.ts';
import { ownPlaces } from './own-places.ts';

/** The day in China. */
export const today = (): CivilDate => dateOf(machineWall.now());

/** The places of these codes or names, in that order, from `--policies` and the shipped ones. */
export const knownPlaces = (
  texts: readonly string[],
  policies: string | undefined,
): Result<readonly BookPlace[], Failure> => {
  const own = ownPlaces(policies);
  if (!own.ok) return own;
  const book = policyBook(own.value);
  const found = texts.map((text) => findPlace(book, text));
  const unknown = texts.find((_, index) => found[index] === undefined);
  if (unknown === undefined) return ok(found.filter((place) => place !== undefined));
  const all = book.map(({ name, place }) => `${name} ${place}`).join('、');
  return fail(misuse(`没有 ${unknown} 的政策数据。有：${all}`));
};
