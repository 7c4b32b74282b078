import { fail, ok, type Result } from '../../kernel/result.ts';
import { loadPolicy, type Policy } from './load-policy.ts';
import type { Problem } from './problem.ts';

/** The text of a data file, and the name under which problems and explanations speak of it. */
export type NamedText = { readonly name: string; readonly text: string };

/** Policies by place, insurance and benefit. */
export type PolicyIndex = ReadonlyMap<string, Policy>;

export const policyKey = ({ place, insutype, benefit }: Pick<Policy, 'place' | 'insutype' | 'benefit'>): string =>
  `${place}/${insutype}/${benefit}`;

/**
 * Reads policy files into an index. All files are read before anything is refused, so that the problems come together.
 * The platform reads the files; this takes their text.
 */
export const loadPolicies = (files: readonly NamedText[]): Result<PolicyIndex, Problem[]> => {
  const index = new Map<string, Policy>();
  const problems: Problem[] = [];
  for (const { name, text } of files) {
    const loaded = loadPolicy(name, text);
    if (!loaded.ok) problems.push(...loaded.error);
    else {
      const twin = index.get(policyKey(loaded.value));
      if (twin === undefined) index.set(policyKey(loaded.value), loaded.value);
      else problems.push({ file: name, line: 1, message: `与 ${twin.file} 是同一统筹区、险种和待遇` });
    }
  }
  problems.push(...(problems.length === 0 ? lonelyBenefits(index) : []));
  return problems.length === 0 ? ok(index) : fail(problems);
};

/** A benefit without its supplement would silently have no pool cap and no further funds. */
const lonelyBenefits = (index: PolicyIndex): Problem[] =>
  [...index.values()]
    .filter((policy) => !index.has(policyKey({ ...policy, benefit: 'supplement' })))
    .map(({ file, place, insutype }) => ({
      file,
      line: 1,
      message: `缺少 ${place} 险种 ${insutype} 的 supplement 文件`,
    }));
