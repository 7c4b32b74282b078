import type { z } from 'zod';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { plainYaml } from './plain-yaml.ts';
import type { Problem } from './problem.ts';
import { parseYaml, type YamlDocument } from './yaml-document.ts';

type Issue = z.core.$ZodIssue;

/** Reads a data file by its schema. All problems of a pass are reported together, in the order of their lines. */
export const readYaml = <T>(schema: z.ZodType<T>, file: string, text: string): Result<T, Problem[]> => {
  const quick = schema.safeParse(plainYaml(text));
  if (quick.success) return ok(quick.data);
  // What the quick way does not take or does not like is read in full, which knows lines and how to complain.
  const document = parseYaml(file, text);
  if (Array.isArray(document)) return fail(document);
  const parsed = schema.safeParse(document.value);
  if (parsed.success) return ok(parsed.data);
  const problems = parsed.error.issues.flatMap((issue) => problemsOf(document, file, issue));
  return fail(problems.sort((a, b) => a.line - b.line));
};

const problemsOf = (document: YamlDocument, file: string, issue: Issue): Problem[] => {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      file,
      line: document.lineOfKey(issue.path, key),
      message: `不认识的键 “${key}”`,
    }));
  }
  return [{ file, line: document.lineAt(issue.path), message: messageOf(document, issue) }];
};

const messageOf = (document: YamlDocument, issue: Issue): string => {
  if (issue.code === 'custom') return issue.message;
  const name = issue.path.findLast((key) => typeof key === 'string') ?? '文件';
  if (!document.has(issue.path)) return `缺少 “${name}”`;
  if (issue.code === 'invalid_value') return `“${name}” 应为 ${issue.values.join('、')} 之一`;
  if (issue.code === 'invalid_union') return `“${name}” 的值不在允许的范围内`;
  if (issue.code === 'too_small') return `“${name}” 不能为空`;
  if (issue.code === 'invalid_type') return `“${name}” 应为${SHAPES[issue.expected] ?? issue.expected}`;
  return issue.message;
};

const SHAPES: Readonly<Record<string, string>> = { string: '文字', array: '列表', object: '映射', record: '映射' };
