import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/**
 * A user's folder of policies with one place: 西安's files made over to the place of that folder, every source called
 * 自带. Gone after the tests of a file.
 */
export const ownPlace = (folder: string): string => {
  const own = mkdtempSync(join(tmpdir(), 'kuasheng-policies-'));
  afterAll(() => rmSync(own, { recursive: true, force: true }));
  cpSync('seeds/policies/610100-xian', join(own, folder), { recursive: true });
  for (const name of readdirSync(join(own, folder))) {
    bendFile(join(own, folder, name), 'place: 610100', `place: ${folder.slice(0, 6)}`);
    bendFile(join(own, folder, name), 'title: ', 'title: 自带 ');
  }
  return own;
};

/** Replaces a text in a file, wherever it stands; it must be there. */
export const bendFile = (path: string, from: string, to: string): void => {
  const text = readFileSync(path, 'utf8');
  if (!text.includes(from)) throw new Error(`nothing to bend in ${path}: ${from}`);
  writeFileSync(path, text.replaceAll(from, to));
};
