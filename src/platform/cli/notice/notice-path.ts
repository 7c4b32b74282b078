import { fail, ok, type Result } from '../../../kernel/result.ts';
import { knownPlaces } from '../policy/known-place.ts';
import { misuse, type Failure } from '../server/failure.ts';

/** Where the control API has the notice of a place, named by its code or its name. */
export const noticePath = (text: string): Result<string, Failure> => {
  const known = knownPlaces([text], undefined);
  if (!known.ok) return known;
  const [place] = known.value;
  return place === undefined ? fail(misuse(`没有参保地 ${text}`)) : ok(`/notices/${place.place}`);
};
