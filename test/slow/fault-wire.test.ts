import { execFile, execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rawClient } from '../platform/http/raw-client.ts';
import { openHospital, type AtTheWindow, type Posted } from '../platform/faults/hospital.ts';
import { temporaryFile } from '../platform/store/sqlite/temporary-file.ts';
import { seenOf } from '../platform/faults/seen.ts';

/**
 * What faults are on the wire to three clients: a bare socket, curl, and Java's HttpURLConnection. No times are
 * asserted, only what each of them says in the end.
 */
const hospital = openHospital();

/** Whether a program is on this machine. */
const has = (program: string, version: string): boolean => {
  try {
    execFileSync(program, [version], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};
const curls = has('curl', '--version');
const javas = has('java', '-version');
if (!curls) console.info('no curl on this machine: its clients are left out');
if (!javas) console.info('no JDK on this machine: its clients are left out');

/** How long a client waits for a silent one, in milliseconds. */
const PATIENCE = 3_000;

type Case = {
  readonly fault: string;
  readonly raw: object;
  /** Exit code: 18 partial, 28 time-out, 52 empty reply, 56 receive error. */
  readonly curl: number;
  readonly java: RegExp;
  readonly book: readonly [number, number];
};

const BOTH = [1, 1] as const;
const whole = /^200 \d{3,}$/;
const partial = { heads: 1, status: 200, body: 'part' };
const silent = { heads: 0, body: 'none', end: 'open' };

const CASES: readonly Case[] = [
  { fault: 'answer-lost;how=rst', raw: { heads: 0, end: 'rst' }, curl: 56, java: /Connection reset/, book: BOTH },
  { fault: 'answer-lost;how=fin', raw: { heads: 0, end: 'fin' }, curl: 52, java: /Unexpected end of file/, book: BOTH },
  { fault: 'answer-lost;how=hold', raw: silent, curl: 28, java: /^SocketTimeoutException/, book: BOTH },
  { fault: 'no-read', raw: silent, curl: 28, java: /^SocketTimeoutException/, book: [0, 0] },
  { fault: 'request-lost;how=rst', raw: { heads: 0, end: 'rst' }, curl: 56, java: /Connection reset/, book: [0, 0] },
  // Java's client says nothing of a body that is shorter than its head promised: only who compares them knows.
  { fault: 'half-body', raw: { ...partial, end: 'fin' }, curl: 18, java: /^200 \d+ truncated$/, book: BOTH },
  { fault: 'chunk-cut', raw: { ...partial, end: 'fin' }, curl: 18, java: /Premature EOF/, book: BOTH },
  { fault: 'reset', raw: { ...partial, end: 'rst' }, curl: 56, java: /Connection reset/, book: BOTH },
  // Every read of the one has a time-out, the whole of the other: that is the difference that a drip shows.
  { fault: 'drip;bytes=100;gap=400', raw: partial, curl: 28, java: whole, book: BOTH },
  { fault: 'bad-charset;as=gbk', raw: { heads: 1, body: 'whole' }, curl: 0, java: /^200 \d+ unreadable$/, book: BOTH },
  { fault: 'keep-alive-killed', raw: { body: 'whole', end: 'fin' }, curl: 0, java: whole, book: BOTH },
  { fault: 'gateway-error;status=504', raw: { status: 504 }, curl: 0, java: /^504 \d+$/, book: [0, 0] },
];

/** The output and the exit code of a program. */
const run = (program: string, words: readonly string[]): Promise<{ code: number; out: string }> =>
  new Promise((resolve) => {
    execFile(program, words, { encoding: 'utf8', timeout: 120_000 }, (problem, out) =>
      resolve({ code: typeof problem?.code === 'number' ? problem.code : 0, out }),
    );
  });

const bodyFile = ({ body }: Posted): string => {
  const file = temporaryFile('body.json');
  writeFileSync(file, body);
  return file;
};

describe('a bare socket', () => {
  it.each(CASES)('$fault', async ({ fault, raw, book }) => {
    const patient = await hospital.patient();
    const client = await rawClient(hospital.url());
    await client.write(hospital.http(patient.settlement, `X-Kuasheng-Fault: ${fault}\r\n`));
    await expect.poll(() => seenOf(client), { timeout: 20_000 }).toMatchObject(raw);
    await expect.poll(() => patient.standing(), { timeout: 20_000 }).toEqual(book);
  });

  it('a drip comes in pieces', async () => {
    const patient = await hospital.patient();
    const client = await rawClient(hospital.url());
    let pieces = 0;
    client.socket.on('data', () => (pieces += 1));
    await client.write(hospital.http(patient.settlement, 'X-Kuasheng-Fault: drip;bytes=300;gap=30\r\n'));
    await expect.poll(() => seenOf(client).body, { timeout: 20_000 }).toBe('whole');
    expect(pieces).toBeGreaterThan(3);
  });
});

describe.skipIf(!curls)('curl', () => {
  const words = (posted: Posted) => ['--data-binary', `@${bodyFile(posted)}`, hospital.url() + posted.path];
  const quiet = ['-sS', '-o', '/dev/null', '--max-time', String(PATIENCE / 1_000)];

  it.each(CASES)('$fault', async ({ fault, curl, book }) => {
    const patient = await hospital.patient();
    const { code } = await run('curl', [...quiet, '-H', `X-Kuasheng-Fault: ${fault}`, ...words(patient.settlement)]);
    expect(code).toBe(curl);
    await expect.poll(() => patient.standing(), { timeout: 20_000 }).toEqual(book);
  });

  it('gets over a connection that was killed between two messages', async () => {
    const patient = await hospital.patient();
    const told = ['-w', '%{http_code} %{num_connects}\n'];
    const first = [...quiet, ...told, '-H', 'X-Kuasheng-Fault: keep-alive-killed', ...words(patient.settlement)];
    const { code, out } = await run('curl', [...first, '--next', ...quiet, ...told, ...words(patient.settlement)]);
    expect(code).toBe(0);
    expect(out).toBe('200 1\n200 1\n');
    expect(patient.standing()).toEqual([1, 1]);
  });
});

describe.skipIf(!javas)("Java's HttpURLConnection", () => {
  it('sees what a HIS on it would see; though it repeats a lost POST by itself, all stands once', async () => {
    const patients: AtTheWindow[] = [];
    for (const _ of CASES) patients.push(await hospital.patient());
    const posts = CASES.flatMap(({ fault }, index) => {
      const posted = patients[index]?.settlement ?? { path: '', body: '' };
      return [hospital.url() + posted.path, bodyFile(posted), fault];
    });
    const source = join(import.meta.dirname, 'fault-wire/Knock.java');
    const { code, out } = await run('java', [source, String(PATIENCE), ...posts]);
    expect(code).toBe(0);
    const lines = out.trim().split('\n');
    for (const [index, { fault, java, book }] of CASES.entries()) {
      expect(lines[index], fault).toMatch(java);
      await expect.poll(() => patients[index]?.standing(), { timeout: 20_000, message: fault }).toEqual(book);
    }
  });
});
