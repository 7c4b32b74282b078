import { EXIT, type ExitCode } from '../exit-code.ts';
import { failed } from '../server/failure.ts';
import { askLines, type Lines } from '../server/lines.ts';
import type { ServerOptions } from '../server/options.ts';
import type { Terminal } from '../terminal.ts';
import { queryOf, type FilterOptions } from './filter.ts';
import { rowInLine, type Row } from './rows.ts';

export type TailOptions = ServerOptions & FilterOptions & { readonly count?: number };

type Event = { readonly event: string; readonly data: Readonly<Record<string, unknown>> };

/** `kuasheng journal tail`: rows as they come, until it is stopped, so many were seen, or the workspace ends. */
export const tailJournal = async (terminal: Terminal, options: TailOptions): Promise<ExitCode> => {
  const stop = new AbortController();
  void terminal.untilStopped().then(() => stop.abort());
  const seen: Seen = { left: options.count ?? Infinity, isOver: false };
  while (!seen.isOver && !stop.signal.aborted) {
    const headers = seen.last === undefined ? {} : { 'last-event-id': String(seen.last) };
    const lines = await askLines(options, { path: `/journal/live${queryOf(options)}`, headers, signal: stop.signal });
    if (stop.signal.aborted) break;
    if (!lines.ok) return failed(terminal, lines.error);
    try {
      await watch(terminal, options, lines.value, seen);
    } catch (broken) {
      if (!stop.signal.aborted) throw broken;
    }
  }
  stop.abort();
  return EXIT.ok;
};

/** How far somebody has watched. */
type Seen = { left: number; last?: number; isOver: boolean };

/** Prints what one connection brings. */
const watch = async (terminal: Terminal, { json }: TailOptions, lines: Lines, seen: Seen): Promise<void> => {
  const state = seen;
  for await (const { event, data } of eventsOf(lines)) {
    if (event === 'row') {
      state.last = Number(data['seq']);
      state.left -= 1;
      terminal.out(json ? JSON.stringify(data) : rowInLine(data as Row));
    } else if (event !== 'end') terminal.err(eventInWords(event, data));
    state.isOver = event === 'end' || state.left <= 0;
    if (state.isOver) return;
  }
};

const eventInWords = (event: string, data: Event['data']): string =>
  event === 'missed'
    ? `读得太慢，断开了；错过的 ${String(data['missed'])} 条从断点接着取`
    : `此前的 ${String(data['rows'])} 条（到 ${String(data['until'])}）已按保留设置删除`;

/** Server-sent events of a stream; comments are signs of life. */
const eventsOf = async function* (lines: Lines): AsyncGenerator<Event, void> {
  let event = '';
  for await (const line of lines) {
    if (line.startsWith('event: ')) event = line.slice(7);
    if (line.startsWith('data: ')) yield { event, data: JSON.parse(line.slice(6)) as Event['data'] };
  }
};
