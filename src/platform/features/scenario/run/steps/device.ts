import type { FormOf } from '../../file/step-forms.ts';
import { isUnknownPath, refusalOf, said, saveTold } from '../said.ts';
import { judged, skipped, type Outcome, type Scene } from '../scene.ts';

/** Something is done to a virtual reader: a card is inserted, taken out. */
export const playDevice = async (scene: Scene, form: FormOf<'device'>): Promise<Outcome> => {
  const { device, do: act, with: body = {} } = form;
  const did = form.title ?? `读卡器 ${device} ${act}`;
  const answer = await said(scene, 'POST', `/devices/${encodeURIComponent(device)}/${act}`, body);
  if (isUnknownPath(answer)) return skipped(did, '这个服务器没有虚拟读卡器');
  saveTold(scene, form.save, answer);
  return judged(did, refusalOf(answer));
};
