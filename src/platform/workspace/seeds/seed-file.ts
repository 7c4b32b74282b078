import type { z } from 'zod';
import { ok, type Result } from '../../../kernel/result.ts';
import type { NamedText } from '../../../rules/policy/load-policies.ts';
import type { Problem } from '../../../rules/policy/problem.ts';
import { readYaml } from '../../../rules/policy/read-yaml.ts';
import { parseYaml, type Path } from '../../../rules/policy/yaml-document.ts';

/** A checked value of a file that can still say which line a part of it stands in. */
export type Located<T> = {
  readonly file: string;
  readonly value: T;
  readonly problemAt: (path: Path, message: string) => Problem;
};

/** Reads a file against a schema. Says all that is wrong at once: broken YAML, double and unknown keys, bad values. */
export const readSeed = <T>(schema: z.ZodType<T>, file: NamedText): Result<Located<T>, readonly Problem[]> => {
  const read = readYaml(schema, file.name, file.text);
  if (!read.ok) return read;
  return ok({ file: file.name, value: read.value, problemAt: (path, message) => problemAt(file, path, message) });
};

/** Problems across files are rare: only they have the file read once more. */
const problemAt = ({ name: file, text }: NamedText, path: Path, message: string): Problem => {
  const document = parseYaml(file, text);
  if (Array.isArray(document)) return { file, line: 1, message };
  const line = document.lineOfKey(path.slice(0, -1), String(path.at(-1) ?? ''));
  return { file, line, message };
};
