import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { failed, misuse } from '../server/failure.ts';
import { askLines, type Lines } from '../server/lines.ts';
import type { ServerOptions } from '../server/options.ts';
import type { Terminal } from '../terminal.ts';
import { queryOf, type FilterOptions } from './filter.ts';

export type ExportOptions = ServerOptions & FilterOptions & { readonly bodies: boolean };

/** `kuasheng journal export FILE`: the journal as lines of JSON, `-` for standard output. */
export const exportJournal = async (terminal: Terminal, file: string, options: ExportOptions): Promise<ExitCode> => {
  const path = `/journal/export${queryOf(options, { bodies: options.bodies ? '1' : '0' })}`;
  const lines = await askLines(options, { path });
  if (!lines.ok) return failed(terminal, lines.error);
  if (file === '-') {
    for await (const line of lines.value) terminal.out(line);
    return EXIT.ok;
  }
  try {
    const count = await written(file, lines.value);
    terminal.out(options.json ? JSON.stringify({ file, rows: count - 1 }) : `已导出 ${count - 1} 条到 ${file}`);
    return EXIT.ok;
  } catch (problem) {
    return failed(
      terminal,
      misuse(`写不了文件 ${file}（${(problem as NodeJS.ErrnoException).code ?? String(problem)}）`),
    );
  }
};

/** Writes as fast as the disk takes it; gives the number of lines. */
const written = async (file: string, lines: Lines): Promise<number> => {
  const stream = createWriteStream(file);
  const failure = once(stream, 'error').then(([problem]) => Promise.reject(problem as Error));
  failure.catch(() => undefined);
  let count = 0;
  for await (const line of lines) {
    count += 1;
    if (!stream.write(`${line}\n`)) await Promise.race([once(stream, 'drain'), failure]);
  }
  stream.end();
  await Promise.race([once(stream, 'finish'), failure]);
  return count;
};
