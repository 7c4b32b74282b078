import { placeName, type Admdvs } from '../../kernel/admdvs.ts';
import { fail, type Result } from '../../kernel/result.ts';
import { loadPolicies, type NamedText, type PolicyIndex } from './load-policies.ts';
import type { Policy } from './load-policy.ts';
import type { Insutype } from './parameters.ts';
import type { Problem } from './problem.ts';
import { BENEFIT_TITLES, INSURANCES } from './titles.ts';

const INSURED: Readonly<Record<Insutype, string>> = { 310: 'employee', 390: 'resident' };

/** The name of the file that holds a policy, without its folder: `employee-chronic.yaml`. */
const fileNameOf = ({ insutype, benefit }: Pick<Policy, 'insutype' | 'benefit'>): string =>
  `${INSURED[insutype]}-${benefit}.yaml`;

/** True for a file, with or without its folder, whose name says that it holds policies of this insurance. */
export const isOfInsurance = (name: string, insutype: Insutype): boolean =>
  lastPart(name).startsWith(`${INSURED[insutype]}-`);

const FILE_NAMES = (Object.keys(INSURED) as Insutype[]).flatMap((insutype) =>
  (Object.keys(BENEFIT_TITLES) as Policy['benefit'][]).map((benefit) => fileNameOf({ insutype, benefit })),
);

/**
 * Reads the files of a place's folder. Beside what is wrong inside them: a name that is none of the six, a file that
 * holds another policy than its name says, and one of another place than its folder's.
 */
export const loadPlace = (place: Admdvs, files: readonly NamedText[]): Result<PolicyIndex, Problem[]> => {
  const strangers = files.filter(({ name }) => !FILE_NAMES.includes(lastPart(name)));
  const loaded = loadPolicies(files.filter((file) => !strangers.includes(file)));
  const problems = [
    ...strangers.map(({ name }) => ({ file: name, line: 1, message: `文件名应为 ${FILE_NAMES.join('、')} 之一` })),
    ...(loaded.ok ? [...loaded.value.values()].flatMap((policy) => misplaced(place, policy, files)) : loaded.error),
  ];
  return problems.length > 0 ? fail(problems) : loaded;
};

const lastPart = (name: string): string => name.slice(name.lastIndexOf('/') + 1);

const misplaced = (place: Admdvs, policy: Policy, files: readonly NamedText[]): Problem[] => {
  const { file } = policy;
  const text = files.find(({ name }) => name === file)?.text ?? '';
  const at = (key: string, message: string): Problem => ({ file, line: lineOf(text, key), message });
  const problems: Problem[] = [];
  if (policy.place !== place) {
    problems.push(at('place', `统筹区 ${policy.place} 与所在文件夹的 ${place}（${placeName(place)}）不一致`));
  }
  if (fileNameOf(policy) !== lastPart(file)) {
    const what = `${INSURANCES[policy.insutype]}${BENEFIT_TITLES[policy.benefit]}`;
    problems.push(at('insutype', `内容是${what}，文件名应为 ${fileNameOf(policy)}`));
  }
  return problems;
};

/** The line of a key at the left edge. */
const lineOf = (text: string, key: string): number =>
  Math.max(
    0,
    text.split('\n').findIndex((line) => line.startsWith(`${key}:`)),
  ) + 1;
