import { writeFile } from 'node:fs/promises';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import { verdictHtml, verdictJunit, type MoneyVerdict } from '../../sandbox.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { ask } from '../server/control.ts';
import { failed, misuse, type Failure } from '../server/failure.ts';
import { json } from '../server/show.ts';
import type { Terminal } from '../terminal.ts';
import { giveBook, type BookOptions } from './give-book.ts';
import { verdictInWords } from './words.ts';

export type VerdictOptions = BookOptions & {
  readonly within?: string;
  readonly backoff?: string;
  readonly all?: true;
  readonly junit?: string;
  readonly html?: string;
};

/** `kuasheng verdict`: prints the verdict, writes the files that are named, and ends with 1 when it convicts. */
export const showVerdict = async (terminal: Terminal, options: VerdictOptions): Promise<ExitCode> => {
  const given = await giveBook(terminal, options);
  if (!given.ok) return failed(terminal, given.error);
  const asked = await ask<MoneyVerdict>(options, `/verdict${queryOf(options)}`);
  if (!asked.ok) return failed(terminal, asked.error);
  const verdict = asked.value;
  const written = await writeFiles(options, verdict);
  if (!written.ok) return failed(terminal, written.error);
  terminal.out(options.json ? json(verdict) : verdictInWords(verdict, options.all === true));
  if (!options.json) for (const file of written.value) terminal.out(`已写入 ${file}`);
  return verdict.convicted ? EXIT.refused : EXIT.ok;
};

const queryOf = ({ institution, within, backoff }: VerdictOptions): string => {
  const asked = Object.entries({ institution, within, backoff }).filter(([, value]) => value !== undefined);
  return asked.length === 0 ? '' : `?${new URLSearchParams(asked as [string, string][]).toString()}`;
};

const writeFiles = async (
  { junit, html }: VerdictOptions,
  verdict: MoneyVerdict,
): Promise<Result<readonly string[], Failure>> => {
  const files = [
    ...(junit === undefined ? [] : [{ file: junit, text: verdictJunit(verdict) }]),
    ...(html === undefined ? [] : [{ file: html, text: verdictHtml(verdict) }]),
  ];
  for (const { file, text } of files) {
    try {
      await writeFile(file, text);
    } catch (error) {
      return fail(misuse(`写不了文件 ${file}（${(error as NodeJS.ErrnoException).code ?? String(error)}）`));
    }
  }
  return ok(files.map(({ file }) => file));
};
