import { uploadNotice } from '../../../sandbox.ts';
import { problem } from '../answers.ts';
import type { ControlHandler } from '../control-env.ts';
import { placeNamed } from './place-named.ts';

/**
 * `POST /notices/{place}/upload`: the notice of today counts as uploaded; again, when the policies have changed. Its
 * open points do not stop it: they are told.
 */
export const postNoticeUpload: ControlHandler = async (c) => {
  const place = placeNamed(c);
  if (!place.ok) return place.error;
  const uploaded = await uploadNotice(c.var.workspace.world(), place.value);
  if (!uploaded.ok) return problem(c, 404, uploaded.error);
  const { upload, blanks, illustrative } = uploaded.value;
  return c.json({ upload, blanks, illustrative });
};
