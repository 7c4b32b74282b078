import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { instantOf } from '../../src/kernel/civil-time.ts';
import { sandboxApp } from '../../src/platform/http/app.ts';
import { openSandbox } from '../../src/platform/sandbox.ts';
import { openHis, patientOf, type His, type Patient } from '../support/his.ts';

/*
 * A sign-in 签到 ends at midnight by due work. Whoever is answered with a time before that midnight must find every
 * sign-in of the day open, whoever is answered with a later one must find all of them ended: however messages and
 * moves of the clock meet.
 */

const START = '2026-09-01 10:00:00';
const MIDNIGHT = instantOf('2026-09-02 00:00:00');
/** More than one chunk of due work, so that there is a commit in its middle. */
const SIGN_INS = 150;

const opened = openSandbox({
  startClock: { mode: 'frozen', at: instantOf(START) },
  settings: { signIn: 'required' },
});

afterAll(async () => (await opened).close());

/** Rounds of the event loop to wait, so that work begins in the middle of other work. */
const rounds = async (count: number): Promise<void> => {
  for (let round = 0; round < count; round += 1) await new Promise((resolve) => setImmediate(resolve));
};

type Plan = {
  /** Each so many hours further, begun so many rounds later. */
  readonly moves: readonly (readonly [hours: number, later: number])[];
  /** By one of the sign-ins, so many rounds later. */
  readonly messages: readonly (readonly [signIn: number, later: number])[];
};

const later = fc.integer({ min: 0, max: 40 });

const plans: fc.Arbitrary<Plan> = fc.record({
  moves: fc.array(fc.tuple(fc.integer({ min: 1, max: 20 }), later), { minLength: 1, maxLength: 4 }),
  messages: fc.array(fc.tuple(fc.integer({ min: 1, max: SIGN_INS }), later), { minLength: 10, maxLength: 40 }),
});

type Heard = { readonly at: number; readonly refusal: string };

const stampOf = (stamp: string): number =>
  instantOf(stamp.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)\d+$/, '$1-$2-$3 $4:$5:$6'));

const ask = async (his: His, { certno, insuplc_admdvs }: Patient, signIn: number): Promise<Heard> => {
  const input = { data: { mdtrt_cert_type: '02', mdtrt_cert_no: certno } };
  const told = await his.send('1101', input, { insuplc_admdvs, sign_no: String(signIn).padStart(6, '0') });
  const { err_msg, refmsg_time } = JSON.parse(told.bytes) as { err_msg: string | null; refmsg_time: string };
  return { at: stampOf(refmsg_time), refusal: err_msg ?? '' };
};

const play = async ({ moves, messages }: Plan): Promise<readonly Heard[]> => {
  const sandbox = await opened;
  await sandbox.workspaceOf('').reset();
  const his = openHis(sandboxApp(sandbox).request);
  await Promise.all(Array.from({ length: SIGN_INS }, (_, n) => his.send('9001', { signIn: { opter_no: `S${n}` } })));
  const patient = await patientOf(his, '610100', 1);
  const { clockwork, world } = sandbox.workspaceOf('');
  const moved = moves.map(async ([hours, wait]) => {
    await rounds(wait);
    await clockwork().advance(world().clock.now() + hours * 3_600_000);
  });
  const heard = messages.map(async ([signIn, wait]) => {
    await rounds(wait);
    return ask(his, patient, signIn);
  });
  await Promise.all(moved);
  return Promise.all(heard);
};

describe('messages and moves of the clock that meet anyhow', () => {
  it('see all of a move or nothing of it', async () => {
    const seen = { before: 0, after: 0 };
    const property = fc.asyncProperty(plans, async (plan) => {
      for (const { at, refusal } of await play(plan)) {
        const when = at < MIDNIGHT ? 'before' : 'after';
        expect(refusal).toMatch(when === 'before' ? /^$/ : /签到/);
        seen[when] += 1;
      }
    });
    await fc.assert(property, { numRuns: 12, endOnFailure: true });
    expect(Math.min(seen.before, seen.after)).toBeGreaterThan(30);
  });
});
