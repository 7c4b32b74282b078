import { fail, ok, type Result } from '../../../../kernel/result.ts';
import { parseTree, isMap, textOf, type TreeMap } from '../tree.ts';
import { authorization, doorsOf, type Server } from './server.ts';

/**
 * The first row of the journal behind one that was seen and that answers to a filter, or nothing when none came in so
 * many milliseconds of the machine. Follows the journal live.
 */
export const nextRow = async (
  server: Server,
  filter: TreeMap,
  seen: number,
  within: number,
): Promise<Result<TreeMap | undefined, string>> => {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(filter)) query.set(key, queryText(value));
  query.set('after', String(seen));
  const signal = AbortSignal.timeout(within);
  try {
    const response = await fetch(`${doorsOf(server)}/_sandbox/journal/live?${query.toString()}`, {
      headers: authorization(server),
      signal,
    });
    if (!response.ok || !response.body) return fail(`日志拒绝 wait 的条件：${await response.text()}`);
    return ok(await firstRow(response.body));
  } catch (error) {
    if (signal.aborted) return ok(undefined);
    return fail(`跟随日志时连接断开（${error instanceof Error ? error.message : String(error)}）`);
  }
};

const queryText = (value: unknown): string =>
  Array.isArray(value) ? value.map((one) => textOf(one) ?? '').join(',') : (textOf(value) ?? '');

/** The data of the first `event: row`. */
const firstRow = async (body: ReadableStream<Uint8Array>): Promise<TreeMap | undefined> => {
  const decoder = new TextDecoder();
  let text = '';
  for await (const bytes of body) {
    text += decoder.decode(bytes, { stream: true });
    const [, data] = /^event: row\ndata: (.*)\n\n/m.exec(text) ?? [];
    const row = data === undefined ? undefined : parseTree(data);
    if (isMap(row)) return row;
  }
  return undefined;
};
