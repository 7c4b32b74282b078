import { dateTimeOf } from '../../../../kernel/civil-time.ts';
import { showAtTerminal, showCode, type ShownBy } from '../../../sandbox.ts';
import { misfit } from '../answers.ts';
import type { ControlContext, ControlHandler } from '../control-env.ts';
import { jsonBody } from '../json-body.ts';

const told = ({ shown, person }: ShownBy) => ({
  code: shown.code,
  medium: shown.medium,
  psn_no: person.psn_no,
  name: person.psn_name,
  shownBy: shown.shownBy ?? null,
  at: shown.at ?? null,
  from: dateTimeOf(shown.from),
  until: dateTimeOf(shown.until),
});

type World = Parameters<typeof showCode>[0];
type Show = (world: World, raw: unknown) => ReturnType<typeof showCode>;

const shownThere = async (c: ControlContext, show: Show): Promise<Response> => {
  const raw = await jsonBody(c);
  if (!raw.ok) return raw.error;
  const shown = await show(c.var.workspace.world(), raw.value);
  return shown.ok ? c.json({ shown: told(shown.value) }, 201) : misfit(c, shown.error);
};

/** `POST /credentials/qr` `{ "persona": "…", "kind": "valid", "shownBy": "…", "at": "H44030099001" }` */
export const postCode: ControlHandler = (c) => shownThere(c, showCode);

/** `POST /credentials/face` `{ "persona": "…", "at": "H44030099001", "cancels": false }` */
export const postFace: ControlHandler = (c) => shownThere(c, (world, raw) => showAtTerminal(world, 'face', raw));

/** `POST /credentials/identity-card` `{ "persona": "…", "at": "H44030099001" }` */
export const postIdentityCard: ControlHandler = (c) =>
  shownThere(c, (world, raw) => showAtTerminal(world, 'identity-card', raw));
