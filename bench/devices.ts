/**
 * What an event of a reader takes to its client: 200 readers, each with a client of its own on a WebSocket, at each of
 * which a card is put in or taken out once a second, evenly spread. The time runs from sending the request that does it
 * (control API) to the event at the reader's client; a console that hears all readers listens besides. The server has a
 * process of its own, on core 0 where `taskset` is there.
 *
 *   npx tsx bench/devices.ts [readers] [seconds]
 */
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { WebSocket } from 'ws';

const [READERS = 200, SECONDS = 20] = process.argv.slice(2).map(Number);
const WARM_UP = 3;

/** The server, and the address that it prints. */
const startServer = async () => {
  const words = ['bin/kuasheng.mjs', 'serve', '--memory', '--port', '0', '--json'];
  const isPinned = spawnSync('taskset', ['--version']).status === 0;
  const server = isPinned ? spawn('taskset', ['-c', '0', process.execPath, ...words]) : spawn(process.execPath, words);
  server.stderr.pipe(process.stderr);
  const line = await new Promise<string>((resolve) =>
    server.stdout.once('data', (data: Buffer) => resolve(String(data))),
  );
  process.once('exit', () => server.kill());
  return { url: (JSON.parse(line) as { url: string }).url, stop: () => server.kill(), cpu: () => cpuOf(server.pid) };
};

/** Seconds of processor that a process has used; 0 where /proc does not tell. */
const cpuOf = (pid: number | undefined): number => {
  try {
    const fields =
      readFileSync(`/proc/${pid ?? 0}/stat`, 'utf8')
        .split(') ')[1]
        ?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return 0;
  }
};

/** `due`: when the acts whose events have not come were to be done; one after another, however late the machine is. */
type Reader = {
  readonly id: string;
  readonly person: string;
  readonly due: number[];
  isIn: boolean;
  last: Promise<void>;
};

const post = async (url: string, path: string, body: object): Promise<void> => {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${url}/_sandbox/devices${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${path}: ${text}`);
};

const connected = (url: string, hear: (event: string) => void): Promise<WebSocket> =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(url.replace(/^http/, 'ws'));
    socket.on('message', (data) => {
      const { type, event = '' } = JSON.parse((data as Buffer).toString()) as { type: string; event?: string };
      if (type === 'event') hear(event);
    });
    socket.once('open', () => resolve(socket));
    socket.once('error', reject);
  });

const at = (sorted: readonly number[], share: number): string =>
  (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);

const run = async (): Promise<void> => {
  const { url, stop, cpu } = await startServer();
  const times: number[] = [];
  let heardByConsole = 0;
  const readers: Reader[] = Array.from({ length: READERS }, (_, index) => ({
    id: `bench-${index}`,
    person: `610100-${index + 1}`,
    due: [],
    isIn: false,
    last: Promise.resolve(),
  }));
  const sockets = [await connected(`${url}/devices`, () => (heardByConsole += 1))];
  for (const reader of readers) {
    await post(url, '', { id: reader.id });
    const heard = (event: string) => {
      if (event === 'inserted' || event === 'removed') times.push(performance.now() - (reader.due.shift() ?? NaN));
    };
    sockets.push(await connected(`${url}/devices/${reader.id}`, heard));
  }
  const move = (given: Reader): void => {
    const reader = given;
    reader.due.push(performance.now());
    const [path, body] = reader.isIn ? ['remove', {}] : ['insert', { 'id-card': reader.person }];
    reader.isIn = !reader.isIn;
    reader.last = reader.last.then(() => post(url, `/${reader.id}/${path}`, body));
  };
  const [start, cpuBefore] = [performance.now(), cpu()];
  let done = 0;
  await new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      const due = Math.floor(((performance.now() - start) / 1000) * READERS);
      for (; done < due; done += 1) {
        if (done === WARM_UP * READERS) times.length = 0;
        const reader = readers[done % READERS];
        if (reader) move(reader);
      }
      if (done >= (SECONDS + WARM_UP) * READERS) {
        clearInterval(timer);
        setTimeout(resolve, 1_000);
      }
    }, 2);
  });
  for (const socket of sockets) socket.terminate();
  const used = cpu() - cpuBefore;
  const share = Math.round((used / ((performance.now() - start) / 1000)) * 100);
  stop();
  const sorted = [...times].sort((a, b) => a - b);
  console.log(`${READERS} readers, 1 event a second each, ${SECONDS} s: ${times.length} events heard by their clients`);
  console.log(`a console of all heard ${heardByConsole} (warm-up and set-up included)`);
  console.log(`the server used ${used.toFixed(1)} s of processor, ${share} % of one core`);
  console.log(`ms  p50 ${at(sorted, 0.5)}  p95 ${at(sorted, 0.95)}  p99 ${at(sorted, 0.99)}  worst ${at(sorted, 1)}`);
};

await run();
