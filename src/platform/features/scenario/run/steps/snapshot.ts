import type { FormOf } from '../../file/step-forms.ts';
import { readClock, refusalOf, said } from '../said.ts';
import { judged, type Outcome, type Scene } from '../scene.ts';

/** The state of the workspace is saved, or is again what was saved, its clock included. */
export const playSnapshot = async (scene: Scene, { snapshot, title }: FormOf<'snapshot'>): Promise<Outcome> => {
  const { save, restore } = snapshot;
  if (save !== undefined) {
    return judged(title ?? `存快照 ${save}`, refusalOf(await said(scene, 'POST', '/snapshots', { name: save })));
  }
  const answer = await said(scene, 'POST', `/snapshots/${restore ?? ''}/restore`);
  readClock(scene, await said(scene, 'GET', '/clock'));
  scene.known.clear();
  return judged(title ?? `恢复快照 ${restore ?? ''}`, refusalOf(answer));
};
