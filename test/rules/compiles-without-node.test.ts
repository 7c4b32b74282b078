import { join } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';

const CONFIG = join(import.meta.dirname, '../../src/rules/tsconfig.json');

const read = ts.readConfigFile(CONFIG, (path) => ts.sys.readFile(path));
const config = ts.parseJsonConfigFileContent(read.config, ts.sys, join(CONFIG, '..'));

/** What the compiler says of a file that stood in src/rules. */
const diagnosticsOf = (text: string): string[] => {
  const path = join(CONFIG, '../violation.ts');
  const host = ts.createCompilerHost(config.options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => name === path || fileExists(name);
  host.getSourceFile = (name, ...rest) =>
    name === path ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2023) : getSourceFile(name, ...rest);
  const program = ts.createProgram([path], config.options, host);
  const diagnostics = program.getSemanticDiagnostics(program.getSourceFile(path));
  return diagnostics.map((diagnostic) => ts.flattenDiagnosticMessageText(diagnostic.messageText, ' '));
};

it.each([
  ["import { readFileSync } from 'node:fs'; export const text = readFileSync('a');", 'node:fs'],
  ['export const home = process.cwd();', "'process'"],
])('makes the world outside a compile error in src/rules: %s', (text, name) => {
  expect(diagnosticsOf(text)).toEqual([expect.stringContaining(name)]);
});

it('lets pure code pass', () => {
  expect(diagnosticsOf('export const one: number = 1;')).toEqual([]);
});

it('covers every file of src/rules', () => {
  expect(config.fileNames.some((name) => name.endsWith('src/rules/benefit/settle.ts'))).toBe(true);
});
