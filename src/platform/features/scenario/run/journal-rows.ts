import { fail, ok, type Result } from '../../../../kernel/result.ts';
import { isMap, parseTree, textOf, type TreeMap } from '../tree.ts';
import type { Scene } from './scene.ts';
import { authorization, doorsOf } from '../../demo/control-request.ts';

/**
 * The first row of the journal that is new to the scene and answers to a filter, or nothing when none came in so many
 * milliseconds of the machine. Follows the journal live. The stream is left to the server, which ends it when the
 * workspace goes: who hangs up at that very moment leaves the server with a connection that it takes for a busy one.
 */
export const nextRow = async (
  { server, seen, followed }: Scene,
  filter: TreeMap,
  within: number,
): Promise<Result<TreeMap | undefined, string>> => {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(filter)) query.set(key, queryText(value));
  query.set('after', String(seen));
  const end = new AbortController();
  followed.add(end);
  try {
    const response = await fetch(`${doorsOf(server)}/_sandbox/journal/live?${query.toString()}`, {
      headers: authorization(server),
      signal: end.signal,
    });
    if (!response.ok || !response.body) return fail(`日志拒绝 wait 的条件：${await response.text()}`);
    return ok(await inTime(firstRow(response.body), within));
  } catch (error) {
    return fail(`跟随日志时连接断开（${error instanceof Error ? error.message : String(error)}）`);
  }
};

const queryText = (value: unknown): string =>
  Array.isArray(value) ? value.map((one) => textOf(one) ?? '').join(',') : (textOf(value) ?? '');

const inTime = async <T>(awaited: Promise<T | undefined>, within: number): Promise<T | undefined> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), within);
  });
  return Promise.race([awaited, late]).finally(() => clearTimeout(timer));
};

/** The data of the first `event: row`; nothing where the stream ends without one. What follows is read and dropped. */
const firstRow = (body: ReadableStream<Uint8Array>): Promise<TreeMap | undefined> =>
  new Promise((resolve) => {
    read(body, resolve)
      .catch(() => undefined)
      .finally(() => resolve(undefined));
  });

const read = async (body: ReadableStream<Uint8Array>, tell: (row: TreeMap) => void): Promise<void> => {
  const decoder = new TextDecoder();
  let text = '';
  let isFound = false;
  for await (const bytes of body) {
    if (isFound) continue;
    text += decoder.decode(bytes, { stream: true });
    const [, data] = /^event: row\ndata: (.*)\n\n/m.exec(text) ?? [];
    const row = data === undefined ? undefined : parseTree(data);
    isFound = isMap(row);
    if (isMap(row)) tell(row);
  }
};
