import type { FormOf } from '../../file/step-forms.ts';
import { textOf } from '../../tree.ts';
import { refusalOf, said, saveTold } from '../said.ts';
import { judged, type Outcome, type Scene } from '../scene.ts';

/** 停机维护 is announced, or called off. */
export const playMaintenance = async (scene: Scene, form: FormOf<'maintenance'>): Promise<Outcome> => {
  const { maintenance, title, save } = form;
  const cancelled = textOf(maintenance['cancel']);
  if (cancelled !== undefined) {
    const answer = await said(scene, 'POST', `/maintenance/${cancelled}/cancel`);
    return judged(title ?? '取消停机维护', refusalOf(answer));
  }
  const answer = await said(scene, 'POST', '/maintenance', maintenance);
  saveTold(scene, save, answer);
  return judged(title ?? `停机维护 ${textOf(maintenance['node']) ?? ''}`, refusalOf(answer));
};
