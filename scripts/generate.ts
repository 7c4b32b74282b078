import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectRoot } from '../src/platform/project-root.ts';
import { generatedFiles } from './generated-files.ts';

// Writes all generated files: OpenAPI documents, types of the wire, pages of policies, lists of names, the coverage of
// the README. What is up to date is left alone.
const files = generatedFiles();
const isStale = (path: string, text: string) => !existsSync(path) || readFileSync(path, 'utf8') !== text;

const stale = [...files].filter(([path, text]) => isStale(join(projectRoot(), path), text));
for (const [path, text] of stale) {
  const target = join(projectRoot(), path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
  console.log(path);
}
console.log(`${stale.length} of ${files.size} generated files written`);
