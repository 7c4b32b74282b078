import type { Cli } from '../cli.ts';
import { control } from '../server/control.ts';
import type { ServerOptions } from '../server/options.ts';
import { show } from '../server/show.ts';
import { faultInLine, type Row } from './in-words.ts';

/** Sets or takes away one fault, and says which. */
export const change = async (
  { terminal }: Cli,
  options: ServerOptions,
  done: string,
  request: Parameters<typeof control>[1],
) =>
  show(
    terminal,
    options,
    await control<{ readonly fault: Row }>(options, request),
    ({ fault }) => `${done} ${faultInLine(fault)}`,
  );
