import { BUILT_IN } from '../fill/built-in.ts';
import { savedAs } from '../fill/saved-as.ts';
import type { Problem } from '../problem.ts';
import type { Scenario, Step } from '../scenario.ts';
import { isPlainPath, referencesIn } from './references.ts';

/** References to variables that no earlier step saves. */
export const unknownVariables = ({
  file,
  name,
  steps,
}: Pick<Scenario, 'file' | 'name' | 'steps'>): readonly Problem[] => {
  const known = new Set<string>(BUILT_IN);
  return steps.flatMap((step) => {
    const wrong = namesIn(step)
      .filter((reference) => !isPlainPath(reference) || !known.has(rootOf(reference)))
      .map((reference) => messageOf(reference, known));
    const saved = savedBy(step);
    if (saved !== undefined) known.add(saved);
    const where = step.of === name ? '' : `（用到的场景 ${step.of} 第 ${step.line} 行）`;
    const line = step.of === name ? step.line : 1;
    return [...new Set(wrong)].map((message) => ({ file, line, message: message + where }));
  });
};

const rootOf = (reference: string): string => reference.split('.')[0] ?? '';

const messageOf = (reference: string, known: ReadonlySet<string>): string =>
  isPlainPath(reference)
    ? `\${${reference}}：前面没有变量 ${rootOf(reference)}，已有 ${[...known].join('、')}`
    : `\${${reference}} 应为变量名和路径，如 \${visit.mdtrt_id}，不能有算式`;

/** References of a step, and the variables that it names. */
const namesIn = (step: Step): readonly string[] => {
  const named: readonly (string | undefined)[] =
    step.kind === 'call'
      ? [step.form.repeats, step.form.expect?.same_as, ...Object.values(step.form.of ?? {})]
      : step.kind === 'expect'
        ? Object.keys(step.form.expect).map((path) => path)
        : [];
  return [...referencesIn(step.form), ...named.filter((one) => one !== undefined)];
};

const savedBy = (step: Step): string | undefined => {
  if (step.kind === 'call') {
    const { save, call, expect } = step.form;
    return save ?? (expect?.refused === undefined ? savedAs(call) : undefined);
  }
  return 'save' in step.form ? step.form.save : undefined;
};
