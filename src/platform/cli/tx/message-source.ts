import { fail, ok, type Result } from '../../../kernel/result.ts';
import { inputFile } from '../server/input-file.ts';
import { misuse, type Failure } from '../server/failure.ts';
import type { Terminal } from '../terminal.ts';
import type { Transaction } from './transactions.ts';

/** What the user wants to send: the input, fields of the envelope that replace ours, and the persona whom it suits. */
export type Source = {
  readonly input: unknown;
  readonly envelope: Readonly<Record<string, unknown>>;
  readonly persona?: string;
};

/** The message of a file, `-` for the standard input; without a file an example, counted from 1. */
export const messageSource = async (
  terminal: Terminal,
  file: string | undefined,
  transaction: Transaction,
  example = 1,
): Promise<Result<Source, Failure>> => {
  if (file === undefined) return exampleOf(transaction, example);
  const bytes = await inputFile(terminal, file);
  return bytes.ok ? parsed(new TextDecoder().decode(bytes.value)) : bytes;
};

const exampleOf = ({ table, definition }: Transaction, number: number): Result<Source, Failure> => {
  const examples = definition?.examples ?? [];
  const example = examples[number - 1];
  if (example !== undefined) return ok({ input: example.input, envelope: {} });
  return fail(
    misuse(
      examples.length === 0
        ? `交易 ${table.infno} 没有示例，请给出入参文件：kuasheng tx call ${table.infno} 文件.json`
        : `交易 ${table.infno} 只有 ${examples.length} 个示例`,
    ),
  );
};

/** A whole message has an `input`; anything else is the input itself. */
const parsed = (text: string): Result<Source, Failure> => {
  const value = jsonObject(text);
  if (value === undefined) return fail(misuse('文件内容应为 JSON 对象：入参，或带 input 的整个报文'));
  if (!('input' in value)) return ok({ input: value, envelope: {} });
  const { input, ...envelope } = value;
  return ok({ input, envelope });
};

const jsonObject = (text: string): Record<string, unknown> | undefined => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
};
