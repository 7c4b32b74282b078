import { REFERENCE } from '../file/references.ts';
import { isList, isMap, jsonOf, textOf, treeAt, type Tree } from '../tree.ts';

/** What `${visit.mdtrt_id}` may stand for. */
export type Variables = Readonly<Record<string, unknown>>;

/** A reference that leads nowhere, told by the step that has it. */
export class NoSuchValue extends Error {
  override name = 'NoSuchValue';
}

const WHOLE = /^\$\{([^}]*)\}$/;

/** The value with its references replaced. One that leads nowhere throws, or takes its field with it. */
export const resolved = (value: Tree, variables: Variables, missing: 'throw' | 'leave-out' = 'throw'): Tree => {
  if (typeof value === 'string') return resolvedText(value, variables);
  if (isList(value)) return value.map((entry) => resolved(entry, variables, missing));
  if (!isMap(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, entry]): [string, Tree][] => {
      if (missing === 'leave-out' && isAbsent(entry, variables)) return [];
      return [[key, resolved(entry, variables, missing)]];
    }),
  );
};

const isAbsent = (value: Tree, variables: Variables): boolean =>
  typeof value === 'string' &&
  [...value.matchAll(REFERENCE)].some(([, path = '']) => (treeAt(variables, path) ?? null) === null);

/** A text that is one reference becomes what that is; inside another text it becomes text. */
const resolvedText = (text: string, variables: Variables): Tree => {
  const [, only] = WHOLE.exec(text) ?? [];
  if (only !== undefined) return valueOf(only, variables);
  return text.replace(REFERENCE, (_, path: string) => {
    const value = valueOf(path, variables);
    return textOf(value) ?? (value === null ? '' : jsonOf(value));
  });
};

const valueOf = (path: string, variables: Variables): Tree => {
  const value = treeAt(variables, path);
  if (value !== undefined) return value as Tree;
  throw new NoSuchValue(`\${${path}} 没有值：${whyNot(path, variables)}`);
};

const whyNot = (path: string, variables: Variables): string => {
  const [name = ''] = path.split('.');
  const found = variables[name];
  if (found === undefined) return `还没有变量 ${name}`;
  return isMap(found) ? `${name} 有 ${Object.keys(found).join('、')}` : `${name} 是 ${textOf(found) ?? '列表'}`;
};
