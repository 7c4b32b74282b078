import type { z } from 'zod';
import { fail, ok, type Result } from '../../kernel/result.ts';

/** What is wrong with a field of a form: its path (`openedDiseases.0.begndate`) and a plain Chinese sentence. */
export type FormProblem = { readonly field: string; readonly message: string };

type Issue = z.core.$ZodIssue;

/** Reads a value that a person wrote, a JSON form or a row of a spreadsheet. All that is wrong is said at once. */
export const readForm = <T>(schema: z.ZodType<T>, raw: unknown): Result<T, readonly FormProblem[]> => {
  const parsed = schema.safeParse(raw);
  return parsed.success ? ok(parsed.data) : fail(parsed.error.issues.flatMap((issue) => problemsOf(raw, issue)));
};

const problemsOf = (raw: unknown, issue: Issue): FormProblem[] => {
  const field = issue.path.join('.');
  if (issue.code !== 'unrecognized_keys') return [{ field, message: messageOf(raw, issue) }];
  return issue.keys.map((key) => ({ field: [...issue.path, key].join('.'), message: `不认识的字段 ${key}` }));
};

const messageOf = (raw: unknown, issue: Issue): string => {
  const name = String(issue.path.at(-1) ?? '内容');
  if (issue.code === 'custom') return issue.path.length === 0 ? issue.message : `${name} ${issue.message}`;
  if (valueAt(raw, issue.path) === undefined) return `缺少 ${name}`;
  if (HAN.test(issue.message)) return `${name} ${issue.message}`;
  if (issue.code === 'invalid_value') return `${name} 应为 ${issue.values.map(String).join('、')} 之一`;
  if (issue.code === 'invalid_type') return `${name} 应为${SHAPES[issue.expected] ?? issue.expected}`;
  return `${name} ${sizeProblem(issue) ?? '格式不对'}`;
};

const sizeProblem = (issue: Issue): string | undefined => {
  if (issue.code === 'too_big') {
    return NUMERIC.has(issue.origin) ? `应不大于 ${String(issue.maximum)}` : `过长，最多 ${String(issue.maximum)}`;
  }
  if (issue.code !== 'too_small') return undefined;
  return NUMERIC.has(issue.origin) ? `应不小于 ${String(issue.minimum)}` : '不能为空';
};

/** A schema that says what it wants says it in Chinese; zod's own texts are English. */
const HAN = /\p{Script=Han}/u;

const valueAt = (raw: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key], raw);

const NUMERIC: ReadonlySet<string> = new Set(['number', 'int', 'bigint']);

const SHAPES: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: ' true 或 false',
  array: '列表',
  object: '对象',
  record: '对象',
};
