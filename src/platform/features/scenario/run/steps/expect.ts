import type { FormOf } from '../../file/step-forms.ts';
import { resolved } from '../../fill/resolved.ts';
import { mismatches, mismatchInWords } from '../../match/mismatches.ts';
import { treeAt } from '../../tree.ts';
import { judged, type Outcome, type Scene } from '../scene.ts';
import { variablesOf } from '../variables-of.ts';

/** Looks at variables: path → what is expected there. */
export const playExpect = (scene: Scene, { expect, title }: FormOf<'expect'>): Outcome => {
  const variables = variablesOf(scene);
  const problems = Object.entries(expect).flatMap(([path, wanted]) =>
    mismatches(resolved(wanted, variables), treeAt(variables, path), path).map(mismatchInWords),
  );
  return judged(title ?? `核对 ${Object.keys(expect).join('、')}`, problems);
};
