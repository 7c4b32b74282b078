import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dateTimeOf, instantOf } from '../../src/kernel/civil-time.ts';
import { openSandbox, type Sandbox } from '../../src/platform/sandbox.ts';

/** A workspace whose time is moved while messages come. */

const START = instantOf('2026-09-01 10:00:00');
let folder: string;
let sandbox: Sandbox;

const open = (startClock?: Parameters<typeof openSandbox>[0]) => openSandbox({ dataDir: folder, ...startClock });

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kuasheng-clock-'));
  sandbox = await open({ startClock: { mode: 'frozen', at: START } });
});

afterEach(async () => {
  await sandbox.close();
  rmSync(folder, { recursive: true, force: true });
});

const workspace = () => sandbox.workspaceOf('');

const signIn = async (serial: number): Promise<string> => {
  const message = {
    infno: '9001', msgid: `H44030099001202609011000${String(serial).padStart(6, '0')}`,
    fixmedins_code: 'H44030099001', input: { signIn: { opter_no: `S${serial}` } },
  }; // prettier-ignore
  const reception = await sandbox.receive({
    door: 'hospital',
    bytes: new TextEncoder().encode(JSON.stringify(message)),
    contentType: 'application/json',
    header: () => undefined,
  });
  if (reception.kind !== 'answered') throw new Error(reception.kind);
  const answer = JSON.parse(String(reception.bytes)) as { output: { signinoutb: { sign_time: string } } };
  return answer.output.signinoutb.sign_time;
};

describe('messages that come while time is moved', () => {
  it('see all of it or nothing of it', async () => {
    // Every sign-in of the first day ends on the way: nobody may read the second day before that is done.
    for (let serial = 1; serial <= 100; serial += 1) await signIn(serial);
    const before = signIn(101);
    const moved = workspace().clockwork().advance(instantOf('2026-09-10 09:00:00'));
    const during = await Promise.all([1, 2, 3].map((count) => signIn(200 + count)));
    expect(await before).toBe('2026-09-01 10:00:00');
    expect(during).toEqual(Array(3).fill('2026-09-10 09:00:00'));
    expect(await moved).toEqual({ ok: true, done: 101 });
    const ended = Array.from({ length: 101 }, (_, index) => String(index + 1).padStart(6, '0'));
    const ends = ended.map((sign_no) => workspace().world().store.reader.signIn(sign_no)?.signedOutAt);
    expect(new Set(ends.map((end) => dateTimeOf(end ?? 0)))).toEqual(new Set(['2026-09-02 00:00:00']));
  });
});

describe('a book that is opened again', () => {
  it('goes on with the time that it was left with', async () => {
    await workspace().clockwork().advance(instantOf('2026-12-31 23:00:00'));
    await sandbox.close();
    sandbox = await open();
    expect(dateTimeOf(workspace().world().clock.now())).toBe('2026-12-31 23:00:00');
  });

  it('takes a stepped clock up after its last message', async () => {
    await workspace().clockwork().change({ mode: 'stepped', at: START, step: 1_000 });
    for (const serial of [1, 2, 3]) await signIn(serial);
    await sandbox.close();
    sandbox = await open();
    expect(await signIn(4)).toBe('2026-09-01 10:00:03');
  });
});

describe('a clock that runs', () => {
  it('does by itself what falls due', async () => {
    const { clockwork, wall } = workspace();
    const at = instantOf('2026-09-01 23:59:50');
    await clockwork().change({ mode: 'running', wall: wall.now(), at, speed: 100 });
    await signIn(1);
    const deadline = wall.now() + 5_000;
    const ended = () => workspace().world().store.reader.signIn('000001')?.signedOutAt;
    while (ended() === undefined && wall.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(dateTimeOf(ended() ?? 0)).toBe('2026-09-02 00:00:00');
  });
});
