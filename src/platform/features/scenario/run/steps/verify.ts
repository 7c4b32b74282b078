import type { FormOf } from '../../file/step-forms.ts';
import { isList, textOf, treeAt } from '../../tree.ts';
import { refusalOf, said } from '../said.ts';
import { judged, type Outcome, type Scene } from '../scene.ts';
import { isGood } from '../server.ts';

/** Expectations of the journal, judged by the server (docs/journal.md). */
export const playVerify = async (scene: Scene, { verify, title }: FormOf<'verify'>): Promise<Outcome> => {
  const did = title ?? `核对日志 ${verify.length} 项`;
  const answer = await said(scene, 'POST', '/verify', verify);
  if (!isGood(answer)) return judged(did, refusalOf(answer));
  const results = treeAt(answer.body, 'results');
  const failed = (isList(results) ? results : []).filter((result) => treeAt(result, 'passed') !== true);
  return judged(
    did,
    failed.map((result) => textOf(treeAt(result, 'message')) ?? '不符'),
  );
};
