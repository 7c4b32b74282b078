import type { FormOf } from '../../file/step-forms.ts';
import { toldProblems } from '../judge-told.ts';
import { isUnknownPath, said, saveTold } from '../said.ts';
import { judged, skipped, type Outcome, type Scene } from '../scene.ts';

/** Something is done at a virtual reader: a card is inserted, a window reads it. */
export const playDevice = async (scene: Scene, form: FormOf<'device'>): Promise<Outcome> => {
  const { device, do: act, client, with: body = {} } = form;
  const did = form.title ?? `读卡器 ${device} ${act}`;
  const as = client === undefined ? '' : `?client=${encodeURIComponent(client)}`;
  const answer = await said(scene, 'POST', `/devices/${encodeURIComponent(device)}/${act}${as}`, body);
  if (isUnknownPath(answer)) return skipped(did, '这个服务器没有虚拟读卡器');
  saveTold(scene, form.save, answer);
  return judged(did, toldProblems(scene, form, answer));
};
