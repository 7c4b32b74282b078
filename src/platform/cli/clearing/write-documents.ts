import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { present } from '../../../kernel/present.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { failed, misuse, refusal, unreachable } from '../server/failure.ts';
import { workspaceUrl, type ServerOptions } from '../server/options.ts';
import type { Terminal } from '../terminal.ts';

export type DocumentOptions = Omit<ServerOptions, 'json'> & {
  /** One of the three says which documents. */
  readonly month?: string;
  readonly year?: string;
  readonly adjustment?: string;
  readonly province?: string;
  readonly format: 'html' | 'xlsx' | 'json';
  readonly out: string;
};

/** `kuasheng clearing documents`: writes the documents of a month, a year or an adjustment into a folder. */
export const writeDocuments = async (terminal: Terminal, options: DocumentOptions): Promise<ExitCode> => {
  const { month, year, adjustment, province, format, out, token } = options;
  const which = present({ month, year, adjustment, province });
  const query = new URLSearchParams({ format, ...which });
  const url = `${workspaceUrl(options)}/_sandbox/clearing/documents?${query.toString()}`;
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const answer = await fetch(url, { headers }).catch((cause: unknown) => String(cause));
  if (typeof answer === 'string') return failed(terminal, unreachable({ url, cause: answer }));
  if (!answer.ok) {
    const { message } = (await answer.json()) as { readonly message: string };
    return failed(terminal, refusal(message));
  }
  const file = join(out, `clearing-${Object.values(which).join('-')}.${format}`);
  try {
    await mkdir(out, { recursive: true });
    await writeFile(file, new Uint8Array(await answer.arrayBuffer()));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return failed(terminal, misuse(`写不了文件 ${file}（${code ?? String(error)}）`));
  }
  terminal.out(`已写入 ${file}`);
  return EXIT.ok;
};
