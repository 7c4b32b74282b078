import type { z } from 'zod';
import { fail, ok, type Result } from '../../../../kernel/result.ts';
import type { Problem } from '../problem.ts';
import type { Step } from '../scenario.ts';
import { isList, isMap, type Tree } from '../tree.ts';
import { faultsOf, type Fault } from './problems-of.ts';
import { scenarioForm, type Head } from './scenario-form.ts';
import { KINDS, STEP_FORMS, type AnyStep, type Kind } from './step-forms.ts';
import { yamlTree, type Path } from './yaml-tree.ts';

/** A file as it stands, other scenarios that it uses not yet put in front. */
export type ScenarioFile = Omit<Head, 'steps'> & { readonly file: string; readonly steps: readonly Step[] };

/** Reads a scenario; all that is wrong is said at once, in the order of the lines. */
export const readScenario = (file: string, text: string): Result<ScenarioFile, readonly Problem[]> => {
  const read = yamlTree(text);
  if (!read.ok) return fail(read.error.map((fault) => ({ file, ...fault })));
  const { value, lineAt } = read.value;
  const at = ({ path, message }: Fault): Problem => ({ file, line: lineAt(path), message });
  const head = scenarioForm.safeParse(value);
  const keys = Object.keys(scenarioForm.shape);
  const faults = head.success ? nameFaults(file, head.data) : faultsOf(value, head.error.issues, keys);
  const steps = stepsOf(value).map((step, index) => readStep(step, index));
  const wrong = [...faults, ...steps.flatMap((step) => (step.ok ? [] : step.error))];
  if (!head.success || wrong.length > 0) return fail(wrong.map(at).sort((a, b) => a.line - b.line));
  const { name } = head.data;
  const written = steps.flatMap((step, index) =>
    step.ok ? [{ ...step.value, line: lineAt(['steps', index]), of: name }] : [],
  );
  return ok({ ...head.data, file, steps: written });
};

const stepsOf = (value: Tree): readonly Tree[] => (isMap(value) && isList(value['steps']) ? value['steps'] : []);

const nameFaults = (file: string, { name, steps }: Head): Fault[] => [
  ...(file.replace(/^.*[\\/]/, '').replace(/\.ya?ml$/, '') === name
    ? []
    : [{ path: ['name'], message: `name 写的是 “${name}”，应与文件名相同` }]),
  ...(steps.length === 0 ? [{ path: ['steps'], message: 'steps 至少一步' }] : []),
];

/** What all forms of steps are; which of them is of no matter here. */
type StepForm = z.ZodType & { readonly shape: object };

/** One of the kinds must be among its keys; then the form of that kind says the rest. */
const readStep = (step: Tree, index: number): Result<AnyStep, readonly Fault[]> => {
  const inside = (path: Path): Path => ['steps', index, ...path];
  const place = `第 ${index + 1} 步`;
  if (!isMap(step)) return fail([{ path: inside([]), message: `${place}应写成“种类: 内容”` }]);
  const kind = kindOf(step);
  if (kind === undefined) {
    return fail([{ path: inside([]), message: `${place}没有种类，应有 ${KINDS.join('、')} 之一` }]);
  }
  const schema: StepForm = STEP_FORMS[kind];
  const form = schema.safeParse(step);
  if (form.success) return ok({ kind, form: form.data } as AnyStep);
  const faults = faultsOf(step, form.error.issues, Object.keys(schema.shape));
  return fail(faults.map(({ path, message }) => ({ path: inside(path), message: `${place}：${message}` })));
};

/** `expect` belongs to several kinds: it is one of its own where no other stands beside it. */
const kindOf = (step: object): Kind | undefined => {
  const found = KINDS.filter((kind) => Object.hasOwn(step, kind));
  return (
    found.find((kind) => kind !== 'expect' && kind !== 'fault') ?? found.find((kind) => kind !== 'expect') ?? found[0]
  );
};
