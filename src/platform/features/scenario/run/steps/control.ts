import { resolved } from '../../fill/resolved.ts';
import type { FormOf } from '../../file/step-forms.ts';
import { mismatches, mismatchInWords } from '../../match/mismatches.ts';
import { refusalOf, said, saveTold, told } from '../said.ts';
import { judged, type Outcome, type Scene } from '../scene.ts';
import { isGood, reasonOf, type Said } from '../server.ts';
import { variablesOf } from '../variables-of.ts';

/** 经办: what a clerk of the insured place does, or whoever runs the sandbox. */
export const playControl = async (scene: Scene, form: FormOf<'control'>): Promise<Outcome> => {
  const [method = 'GET', path = ''] = form.control.split(' ');
  const answer = await said(scene, method, path, form.with);
  saveTold(scene, form.save, answer);
  // What was listed before may be another by now.
  scene.known.clear();
  return judged(form.title ?? form.control, problemsOf(scene, form, answer));
};

const problemsOf = (scene: Scene, { refused, expect = {} }: FormOf<'control'>, answer: Said): readonly string[] => {
  if (refused !== undefined) return refusedProblems(refused, answer);
  if (!isGood(answer)) return refusalOf(answer);
  return mismatches(resolved(expect, variablesOf(scene)), told(answer)).map(mismatchInWords);
};

const refusedProblems = (refused: string, answer: Said): readonly string[] => {
  if (isGood(answer)) return [`应被拒绝（${refused}），实为成功`];
  const reason = reasonOf(answer);
  return reason.includes(refused) ? [] : [`应被拒绝，message 含有“${refused}”，实为：${reason}`];
};
