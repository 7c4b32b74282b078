import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** Every text file of the repository, by its path from the root. */
export type Tree = ReadonlyMap<string, string>;

/** What is wrong, one line each, with the path in front. */
export type Check = (tree: Tree) => string[];

/** What git keeps or would keep: tracked files and new ones that are not ignored. */
const keptPaths = (): string[] =>
  execFileSync('git', ['ls-files', '-coz', '--exclude-standard'], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
    .split('\0')
    .filter((path) => path !== '' && existsSync(path));

export const readTree = (): Tree =>
  new Map(
    keptPaths()
      .map((path) => [path, readFileSync(path, 'utf8')] as const)
      .filter(([, text]) => !text.includes('\0')),
  );

/** Looks at each file whose path matches, and names the path in front of what it finds. */
export const eachFile =
  (paths: RegExp, look: (text: string, path: string) => readonly string[]): Check =>
  (tree) =>
    [...tree]
      .filter(([path]) => paths.test(path))
      .flatMap(([path, text]) => look(text, path).map((found) => `${path}: ${found}`));
