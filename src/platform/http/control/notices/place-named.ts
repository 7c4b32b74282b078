import { isAdmdvs, isPlace, placeOf, type Admdvs } from '../../../../kernel/admdvs.ts';
import { fail, ok, type Result } from '../../../../kernel/result.ts';
import { problem } from '../answers.ts';
import type { ControlContext } from '../control-env.ts';

/** The place 统筹区 that the path names, a district counting as its city; or the answer that there is none. */
export const placeNamed = (c: ControlContext): Result<Admdvs, Response> => {
  const text = c.req.param('place') ?? '';
  const place = isAdmdvs(text) ? placeOf(text) : text;
  if (isPlace(place)) return ok(place);
  return fail(problem(c, 404, `“${text}” 不是参保地（统筹区）：应为六位医保区划，如 610100（西安市）`));
};
