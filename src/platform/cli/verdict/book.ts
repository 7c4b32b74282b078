import type { ExitCode } from '../exit-code.ts';
import { control } from '../server/control.ts';
import { failed } from '../server/failure.ts';
import { inputFile } from '../server/input-file.ts';
import type { ServerOptions } from '../server/options.ts';
import { show } from '../server/show.ts';
import type { Terminal } from '../terminal.ts';

type Kept = { readonly rows: number; readonly institutions: readonly string[] };

/** Where a HIS's own book goes, of one institution where that is said. */
export const bookPath = (institution: string | undefined): string =>
  `/verdict/his-book${institution === undefined ? '' : `?institution=${encodeURIComponent(institution)}`}`;

/** `kuasheng verdict book upload FILE`. */
export const uploadBook = async (
  terminal: Terminal,
  file: string,
  options: ServerOptions & { readonly institution?: string },
): Promise<ExitCode> => {
  const bytes = await inputFile(terminal, file);
  if (!bytes.ok) return failed(terminal, bytes.error);
  const body = { bytes: bytes.value, contentType: 'text/csv' };
  const sent = await control<Kept>(options, { method: 'POST', path: bookPath(options.institution), body });
  return show(terminal, options, sent, keptInWords);
};

export const keptInWords = ({ rows, institutions }: Kept): string =>
  `已收下医院的账：${rows} 行，${institutions.join('、')}。以后按它裁决，撤回用 kuasheng verdict book clear。`;

/** `kuasheng verdict book clear`. */
export const clearBook = async (terminal: Terminal, options: ServerOptions): Promise<ExitCode> =>
  show(
    terminal,
    options,
    await control<{ rows: number }>(options, { method: 'DELETE', path: '/verdict/his-book' }),
    () => '已撤回医院的账，仍由报文推断。',
  );
