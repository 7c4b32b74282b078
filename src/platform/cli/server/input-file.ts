import { readFile } from 'node:fs/promises';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import type { Terminal } from '../terminal.ts';
import { misuse, type Failure } from './failure.ts';

/** The bytes of a file that the command line names; `-` is the standard input. */
export const inputFile = async (terminal: Terminal, file: string): Promise<Result<Uint8Array, Failure>> => {
  try {
    return ok(file === '-' ? await terminal.readInput() : await readFile(file));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return fail(misuse(code === 'ENOENT' ? `没有文件 ${file}` : `读不了文件 ${file}（${code ?? String(error)}）`));
  }
};
