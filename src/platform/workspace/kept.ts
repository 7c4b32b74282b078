import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

/** What a JSON file keeps between starts. */
export type KeptFile<T> = { readonly get: () => T; readonly change: (changes: Partial<T>) => void };

/**
 * The value of a JSON file, or the fresh one where there is no file; every change is written at once, whole: a crash
 * leaves the old file or the new one. Without a path it lives in memory.
 */
export const keptFile = <T extends object>(path: string | undefined, fresh: T): KeptFile<T> => {
  let value: T = path !== undefined && existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as T) : fresh;
  return {
    get: () => value,
    change: (changes) => {
      value = { ...value, ...changes };
      if (path === undefined) return;
      writeFileSync(`${path}.new`, `${JSON.stringify(value, null, 2)}\n`);
      renameSync(`${path}.new`, path);
    },
  };
};
