import { placeName } from '../../../kernel/admdvs.ts';
import type { Institution } from '../../domain/institution.ts';
import { addInstitution } from '../../sandbox.ts';
import { misfit } from './answers.ts';
import type { ControlHandler } from './control-env.ts';
import { jsonBody } from './json-body.ts';

const shown = (institution: Institution) => ({ ...institution, place: placeName(institution.admdvs) });

/** `GET /institutions`: who may send messages here, by code. */
export const listInstitutions: ControlHandler = (c) =>
  c.json({ institutions: c.var.workspace.world().store.reader.institutions().map(shown) });

/**
 * `POST /institutions`: adds the user's own institution; its code and name are enough. The same code again changes
 * it.
 */
export const postInstitution: ControlHandler = async (c) => {
  const raw = await jsonBody(c);
  if (!raw.ok) return raw.error;
  const added = await addInstitution(c.var.workspace.world(), raw.value);
  if (!added.ok) return misfit(c, added.error);
  return c.json({ institution: shown(added.value.institution) }, added.value.isNew ? 201 : 200);
};
