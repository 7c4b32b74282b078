import { loadPolicies, type NamedText, type PolicyIndex } from '../../../src/rules/policy/load-policies.ts';
import { printProblem } from '../../../src/rules/policy/problem.ts';
import { readPolicyFile, type PolicyFile } from './policy-file.ts';

/** The same policy texts, read by the engine and by the reference. */
export type World = { readonly index: PolicyIndex; readonly files: readonly PolicyFile[] };

export const worldOf = (texts: readonly NamedText[]): World => {
  const loaded = loadPolicies(texts);
  if (!loaded.ok) throw new Error(loaded.error.map(printProblem).join('\n'));
  return { index: loaded.value, files: texts.map(({ text }) => readPolicyFile(text)) };
};
