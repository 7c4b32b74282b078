import { placeName } from '../../../kernel/admdvs.ts';
import type { PlaceState } from '../../domain/place-state.ts';
import { changePlace } from '../../sandbox.ts';
import { misfit } from './answers.ts';
import type { ControlHandler } from './control-env.ts';
import { jsonBody } from './json-body.ts';

/** The key is never told again, only that there is one. */
const shown = ({ place, closed, remote }: PlaceState) => ({
  place,
  name: placeName(place),
  closed: closed ?? null,
  remote: remote ? { url: remote.url, timeoutMs: remote.timeoutMs, signed: remote.key !== undefined } : null,
});

/** `GET /places`: the places that are or were closed, or answered by a system of their own; every other is open. */
export const listPlaces: ControlHandler = (c) =>
  c.json({ places: c.var.workspace.world().store.reader.placeStates().map(shown) });

/**
 * `PUT /places/{code}` `{ "remote": { "url": "http://…", "timeoutMs": 30000, "key": "…" } }`, `{ "closed": "…" }`: for
 * an insured place, or a whole province by its xx0000 code. null takes it back; what is not named stays.
 */
export const putPlace: ControlHandler = async (c) => {
  const raw = await jsonBody(c);
  if (!raw.ok) return raw.error;
  const changed = await changePlace(c.var.workspace.world(), c.req.param('code') ?? '', raw.value);
  return changed.ok ? c.json({ place: shown(changed.value) }) : misfit(c, changed.error);
};
