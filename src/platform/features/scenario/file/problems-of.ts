import type { z } from 'zod';
import { closest } from '../../../../kernel/edit-distance.ts';
import { jsonOf, treeAt } from '../tree.ts';
import type { Path } from './yaml-tree.ts';

type Issue = z.core.$ZodIssue;

/** What is wrong at which path. */
export type Fault = { readonly path: Path; readonly message: string };

/** What a schema finds wrong with a value: the key, what came, what is allowed. */
export const faultsOf = (value: unknown, issues: readonly Issue[], keys: readonly string[]): readonly Fault[] =>
  issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(issue.path, key, keys));
    return [{ path: issue.path, message: messageOf(value, issue) }];
  });

/** Keys of an inner object are not listed: they are few, and docs/scenarios.md has them. */
const unknownKey = (path: Path, key: string, keys: readonly string[]): Fault => {
  const [near] = closest(key, keys, 1);
  const hint = path.length > 0 ? '' : near === undefined ? `，可用的键：${keys.join('、')}` : `，是不是 ${near}？`;
  return { path: [...path, key], message: `不认识的键 ${[...path, key].join('.')}${hint}` };
};

const messageOf = (value: unknown, issue: Issue): string => {
  const name = issue.path.join('.');
  const came = treeAt(value, name);
  if (name !== '' && came === undefined) return `缺少 ${name}`;
  return `${name}${name === '' ? '' : ' '}${writtenAs(came)}${wantedBy(issue)}`;
};

const writtenAs = (came: unknown): string => (came === undefined ? '' : `写的是 ${shown(came)}，`);

const LONGEST = 40;

const shown = (value: unknown): string => {
  const whole = typeof value === 'string' ? `“${value}”` : jsonOf(value);
  return whole.length > LONGEST ? `${whole.slice(0, LONGEST)}…` : whole;
};

const SHAPES: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  boolean: ' true 或 false',
  array: '列表',
  object: '“键: 值”',
  record: '“键: 值”',
};

const wantedBy = (issue: Issue): string => {
  if (issue.code === 'invalid_value') return `应为 ${issue.values.map(String).join('、')} 之一`;
  if (issue.code === 'invalid_type' && !/[\u4e00-\u9fff]/.test(issue.message))
    return `应为${SHAPES[issue.expected] ?? issue.expected}`;
  return issue.message;
};
