import type { Result } from '../../../kernel/result.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { Terminal } from '../terminal.ts';
import { failed, type Failure } from './failure.ts';

/** A value as JSON that people can read. */
export const json = (value: unknown): string => JSON.stringify(value, null, 2);

/** Prints what came, as JSON or in words, or why nothing came. */
export const show = <Value>(
  terminal: Terminal,
  options: { readonly json?: true },
  result: Result<Value, Failure>,
  words: (value: Value) => string,
): ExitCode => {
  if (!result.ok) return failed(terminal, result.error);
  terminal.out(options.json ? json(result.value) : words(result.value));
  return EXIT.ok;
};
