import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { judgedImports, type Import } from './boundaries/cruise.ts';

const SOURCE = /\.tsx?$/;
const IMPORT = /^(?:import|export) (?:.* from )?'(?<names>[^']+)';(?: \/\/ breaks (?<rules>.+))?$/;
const FIXTURE = 'test/boundaries/fixture';

const sourcesOf = (root: string): string[] =>
  readdirSync(`${root}/src`, { recursive: true, encoding: 'utf8' })
    .filter((path) => SOURCE.test(path))
    .map((path) => `src/${path}`);

/** What the comments of the fixture say of each import: nothing, or the rules that it breaks. */
const announced = (path: string): Import[] =>
  readFileSync(`${FIXTURE}/${path}`, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const { names, rules = '' } = IMPORT.exec(line)?.groups ?? {};
      if (names === undefined) return [];
      return [{ from: path, names: names.replace('node:', ''), breaks: rules.split(' ').sort() }];
    });

const lines = (imports: readonly Import[]) =>
  imports.map(({ from, names, breaks }) => `${from}: ${names}  ${breaks.join(' ')}`).sort();

describe('boundaries', () => {
  it('are broken by the fixture exactly where its comments say', async () => {
    const judged = await judgedImports(FIXTURE);
    expect(lines(judged)).toEqual(lines(sourcesOf(FIXTURE).flatMap(announced)));
  });

  it('are not judged at all where no module is seen', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'kuasheng-'));
    mkdirSync(join(empty, 'src'));
    await expect(judgedImports(empty)).rejects.toThrow('saw no module');
    rmSync(empty, { recursive: true });
  });

  it('are broken nowhere in src', async () => {
    const judged = await judgedImports('.');
    expect(lines(judged.filter(({ breaks }) => breaks.length > 0))).toEqual([]);
  });
});
