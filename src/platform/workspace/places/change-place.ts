import { isAdmdvs, isPlace, placeName, provinceOf, type Admdvs } from '../../../kernel/admdvs.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import type { World } from '../../dispatch/world.ts';
import type { PlaceState } from '../../domain/place-state.ts';
import { readForm, type FormProblem } from '../../wire/read-form.ts';
import { placeForm, type PlaceChange } from './place-form.ts';

/** Opens, closes, connects or takes back an insured place, or a whole province, from the next message on. */
export const changePlace = async (
  world: World,
  place: Admdvs,
  raw: unknown,
): Promise<Result<PlaceState, readonly FormProblem[]>> => {
  if (!mayBeNamed(place)) return fail([{ field: 'code', message: UNKNOWN(place) }]);
  const form = readForm(placeForm, raw);
  if (!form.ok) return form;
  return world.queue.submit((writer) => {
    const states = writer.reader.placeStates();
    const fault = underProvince(states, place, form.value);
    if (fault !== undefined) return fail([{ field: 'remote', message: fault }]);
    const state = changed(states.find((row) => row.place === place) ?? { place }, form.value);
    writer.apply([{ kind: 'place.put', state }]);
    return ok(state);
  });
};

const mayBeNamed = (code: string): boolean => isAdmdvs(code) && (isPlace(code) || provinceOf(code) === code);

const UNKNOWN = (code: string): string =>
  `没有参保地 ${code.slice(0, 20)}：填到市一级的医保区划（如 610100），或全省的 610000`;

/** A place of a connected province cannot be taken out of it alone: the province's system answers for all of it. */
const underProvince = (states: readonly PlaceState[], place: Admdvs, change: PlaceChange): string | undefined => {
  const province = provinceOf(place);
  if (change.remote !== null || place === province) return undefined;
  const connected = states.some((state) => state.place === province && state.remote !== undefined);
  return connected ? `${placeName(place)}随全省接在外部系统，请改 ${province}` : undefined;
};

const changed = (state: PlaceState, { closed = state.closed, remote = state.remote }: PlaceChange): PlaceState => ({
  place: state.place,
  ...(closed !== undefined && closed !== null && { closed }),
  ...(remote !== undefined && remote !== null && { remote }),
});
