import { describe, expect, it } from 'vitest';
import type { InsuredPlace } from '../../../src/platform/dispatch/insured-place.ts';
import type { World } from '../../../src/platform/dispatch/world.ts';
import { slowPlace, type Pace } from '../../support/slow-place.ts';
import { audit, opening } from '../../support/audit.ts';
import { openWindow, type Window } from '../../support/window.ts';
import { openTestWorld, type TestWorld } from '../../support/world.ts';

/** A gate that holds messages of one transaction until it is opened. */
const gate = (infno: string) => {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  const hold: Pace = (question) => (question.infno === infno ? opened : Promise.resolve());
  return { hold, open: () => open() };
};

const openAt = async (place: (world: () => World) => InsuredPlace): Promise<{ world: TestWorld; window: Window }> => {
  const world = await openTestWorld({ insuredPlace: (_insuplc, running) => place(running) });
  const window = await openWindow(world, { persona: 'xian-worker-hypertension-diabetes', dise_codg: 'M03900' });
  await window.upload('B1', 1000);
  return { world, window };
};

const MSGID = 'H44030099001LEG1';
const effective = ({ world }: TestWorld, mdtrt_id: string, book: 'treatment' | 'insured') =>
  world.store.reader
    .settlementsOfVisit(book, mdtrt_id)
    .filter((row) => row.state === 'effective' && row.refundOf === undefined);

const settled = async (condition: () => boolean): Promise<void> => {
  for (let tries = 0; tries < 200 && !condition(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 5));
  expect(condition()).toBe(true);
};

describe('a settlement whose insured place does not answer in time', () => {
  it('is unknown: the window is told to reverse, and no other message for the visit passes until it has', async () => {
    const answer = gate('1107');
    const { world, window } = await openAt((running) => slowPlace(running, { after: answer.hold, timeoutMs: 20 }));
    const lost = await window.settle('B1', 1000, MSGID);
    expect(lost.err_msg).toBe('[国家平台] 参保地无应答，结果未知，请发起冲正');
    const other = await window.settle('B1', 1000, 'H44030099001OTHER');
    expect(other.err_msg).toBe('[就医地 深圳市] 上一笔结算结果未知，请先冲正');
    const reversed = await window.reverse(MSGID, '2207');
    expect(reversed.err_msg).toBeNull();
    expect(effective(world, window.mdtrt_id, 'insured')).toEqual([]);
    expect((await window.settle('B1', 1000, MSGID)).err_msg).toBe('[就医地 深圳市] 原报文已冲正，请用新报文号');
    answer.open();
    expect((await window.settle('B1', 1000)).infcode).toBe(0);
    expect(effective(world, window.mdtrt_id, 'insured')).toHaveLength(1);
    expect(world.defects).toEqual([]);
  });

  it.each(['before', 'after'] as const)(
    'may be reversed while it is on its way: nothing stands at the insured place alone (held %s it is done)',
    async (moment) => {
      const first = gate('1107');
      const { world, window } = await openAt((running) => slowPlace(running, { [moment]: first.hold }));
      const start = opening(world.world.store.reader);
      const settling = window.settle('B1', 1000, MSGID);
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect((await window.reverse(MSGID, '2207')).err_msg).toBeNull();
      first.open();
      expect((await settling).err_msg).toContain('原报文已冲正，请用新报文号');
      expect((await window.settle('B1', 1000)).err_msg).toBeNull();
      expect(audit(world.world.store.reader, start)).toEqual([]);
    },
  );

  it('is not locked again when its time runs out after its reversal', async () => {
    const first = gate('1107');
    const { window } = await openAt((running) => slowPlace(running, { after: first.hold, timeoutMs: 80 }));
    const settling = window.settle('B1', 1000, MSGID);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect((await window.reverse(MSGID, '2207')).err_msg).toBeNull();
    await settling;
    first.open();
    expect((await window.settle('B1', 1000)).err_msg).toBeNull();
  });

  it('becomes known when the answer comes late, and the same message is then answered from the book', async () => {
    const answer = gate('1107');
    const { world, window } = await openAt((running) => slowPlace(running, { after: answer.hold, timeoutMs: 20 }));
    await window.settle('B1', 1000, MSGID);
    answer.open();
    await settled(() => effective(world, window.mdtrt_id, 'treatment').length === 1);
    const again = await window.settle('B1', 1000, MSGID);
    expect(again.output.setlinfo.setl_id).toBe(effective(world, window.mdtrt_id, 'insured')[0]?.setl_id);
    expect(effective(world, window.mdtrt_id, 'insured')).toHaveLength(1);
  });

  it('asks again with the very same inner message when the same message comes again', async () => {
    const asked: string[] = [];
    let silent = true;
    const { world, window } = await openAt((running) =>
      slowPlace(running, {
        timeoutMs: 20,
        after: async (question) => {
          if (question.infno !== '1107') return;
          asked.push(question.msgid);
          if (silent) await new Promise(() => undefined);
        },
      }),
    );
    await window.settle('B1', 1000, MSGID);
    silent = false;
    expect((await window.settle('B1', 1000, MSGID)).infcode).toBe(0);
    expect(asked).toHaveLength(2);
    expect(asked[0]).toBe(asked[1]);
    expect(effective(world, window.mdtrt_id, 'insured')).toHaveLength(1);
  });

  it('can be reversed although the message never reached the place, which then refuses it when it comes', async () => {
    const message = gate('1107');
    const { world, window } = await openAt((running) => slowPlace(running, { before: message.hold, timeoutMs: 20 }));
    await window.settle('B1', 1000, MSGID);
    expect((await window.reverse(MSGID, '2207')).err_msg).toBeNull();
    message.open();
    await new Promise((resolve) => setTimeout(resolve, 20));
    await world.world.queue.idle();
    expect(effective(world, window.mdtrt_id, 'insured')).toEqual([]);
    expect(effective(world, window.mdtrt_id, 'treatment')).toEqual([]);
    expect(world.defects).toEqual([]);
  });

  it('undoes nothing but what it named: carried out anew meanwhile, it stands and is reversed anew', async () => {
    const lost = new Set(['1107', '1301']);
    const { world, window } = await openAt((running) =>
      slowPlace(running, {
        timeoutMs: 20,
        after: ({ infno }) => (lost.delete(infno) ? new Promise(() => undefined) : Promise.resolve()),
      }),
    );
    await window.settle('B1', 1000, MSGID);
    expect((await window.reverse(MSGID, '2207', 'REV1')).infcode).toBe(-1);
    // The place has reversed it; the window sends it again twice, and the second time it is a new one to the place.
    expect((await window.settle('B1', 1000, MSGID)).err_msg).toBe('[参保地 西安市] 原报文已冲正，请用新报文号');
    expect((await window.settle('B1', 1000, MSGID)).err_msg).toBeNull();
    expect((await window.reverse(MSGID, '2207', 'REV1')).err_msg).toBe(
      '[就医地 深圳市] 原交易在冲正期间已重新办理，请用新报文号再次冲正',
    );
    for (const book of ['treatment', 'insured'] as const)
      expect(effective(world, window.mdtrt_id, book)).toHaveLength(1);
    expect((await window.reverse(MSGID, '2207', 'REV2')).err_msg).toBeNull();
    for (const book of ['treatment', 'insured'] as const) expect(effective(world, window.mdtrt_id, book)).toEqual([]);
  });

  it('is undone at the place when it is refused here after all: reversed before it was answered', async () => {
    const answer = gate('1107');
    const { world, window } = await openAt((running) => slowPlace(running, { after: answer.hold, timeoutMs: 5_000 }));
    const waiting = window.settle('B1', 1000, MSGID);
    await settled(() => effective(world, window.mdtrt_id, 'insured').length === 1);
    expect((await window.reverse(MSGID, '2207')).err_msg).toBeNull();
    answer.open();
    expect((await waiting).err_msg).toBe('[就医地 深圳市] 原报文已冲正，请用新报文号');
    await settled(() => effective(world, window.mdtrt_id, 'insured').length === 0);
    expect((await window.settle('B1', 1000)).err_msg).toBeNull();
    expect(world.defects).toEqual([]);
  });

  it('is sent once when the window sends it twice at once', async () => {
    let sent = 0;
    const { world, window } = await openAt((running) =>
      slowPlace(running, { before: async ({ infno }) => void (infno === '1107' && (sent += 1)) }),
    );
    const [first, second] = await Promise.all([window.settle('B1', 1000, MSGID), window.settle('B1', 1000, MSGID)]);
    expect(first.bytes).toBe(second.bytes);
    expect(sent).toBe(1);
    expect(effective(world, window.mdtrt_id, 'treatment')).toHaveLength(1);
  });
});

describe('a restart in the middle of a hop that waits', () => {
  it('makes the leg unknown: the window may reverse it, or send it again and get the answer', async () => {
    const forever: Pace = ({ infno }) => (infno === '1107' ? new Promise(() => undefined) : Promise.resolve());
    const { world, window } = await openAt((running) => slowPlace(running, { after: forever }));
    void window.settle('B1', 1000, MSGID);
    await settled(() => effective(world, window.mdtrt_id, 'insured').length === 1);

    const restarted = await openTestWorld({ store: world.world.store });
    expect(restarted.world.store.reader.legsInState('unknown')).toHaveLength(1);
    expect(effective(restarted, window.mdtrt_id, 'treatment')).toEqual([]);
    const { psn_no } = window;
    const reversal = { data: { psn_no, omsgid: MSGID, oinfno: '2207' } };
    const reversed = await restarted.call('2601', reversal, { insuplc_admdvs: '610100', msgid: 'H44030099001REV' });
    expect(reversed.err_msg).toBeNull();
    expect(effective(restarted, window.mdtrt_id, 'insured')).toEqual([]);
  });
});
