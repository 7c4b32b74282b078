import type { FormOf } from '../../file/step-forms.ts';
import { toldProblems } from '../judge-told.ts';
import { said, saveTold } from '../said.ts';
import { judged, type Outcome, type Scene } from '../scene.ts';

/** 经办: what a clerk of the insured place does, or whoever runs the sandbox. */
export const playControl = async (scene: Scene, form: FormOf<'control'>): Promise<Outcome> => {
  const [method = 'GET', path = ''] = form.control.split(' ');
  const answer = await said(scene, method, path, form.with);
  saveTold(scene, form.save, answer);
  // What was listed before may be another by now.
  scene.known.clear();
  return judged(form.title ?? form.control, toldProblems(scene, form, answer));
};
