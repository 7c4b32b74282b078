import { describe, expect, it } from 'vitest';
import { thingForm } from '../../../src/virtual-devices/desk/media-given.ts';
import { faultForm } from '../../../src/virtual-devices/faults/fault.ts';
import { testDesk, withDevice, type TestDesk } from '../test-desk.ts';

const put = (desk: TestDesk, form: object, id = 'reader-1') => {
  const done = desk.hands.put(id, thingForm.parse(form));
  if (!done.ok) throw new Error(done.error.message);
};
const order = (desk: TestDesk, form: object) => {
  const added = desk.faults.add(faultForm.parse(form));
  if (!added.ok) throw new Error(added.error);
};

/** What a window must live with; each is one fault of anybody's making. */
describe('at the window it happens that', () => {
  it('the k-th read fails for dirt, and the next one works', () => {
    const desk = testDesk();
    put(desk, { card: 'qin' });
    order(desk, { kind: 'dirty-contact', schedule: { nth: 2 } });
    expect([1, 2, 3].map(() => desk.read('read-card').ok)).toEqual([true, false, true]);
    expect(desk.faults.firings()).toMatchObject([{ kind: 'dirty-contact', device: 'reader-1', command: 'read-card' }]);
  });

  it.each(['before-identity', 'after-identity'])('the card is pulled out in the middle of a read, %s', (at) => {
    const desk = testDesk();
    put(desk, { card: 'qin' });
    order(desk, { kind: 'removed-mid-read', with: { at }, count: 1 });
    const client = desk.client('窗口', 'reader-1');
    client.give('read-card');
    desk.pass(1_000);
    expect(client.replies()).toMatchObject([{ ok: false, code: -4 }]);
    expect(client.events()).toEqual(['fault', 'read-started', 'removed', 'read-failed']);
    expect(JSON.stringify(client.heard)).not.toContain('619900197605160019');
    expect(desk.device('reader-1')?.media).toEqual({});
  });

  it('the card is pulled out after the PIN', () => {
    const desk = testDesk();
    desk.hands.change('reader-1', { pinEntry: 'auto' });
    put(desk, { card: 'qin' });
    order(desk, { kind: 'removed-mid-read', with: { at: 'after-pin' } });
    expect(desk.read('verify-pin')).toMatchObject({ code: -4 });
    expect(desk.device('reader-1')).toMatchObject({ verified: false, media: {} });
  });

  it('another card lies in the reader when it is read again: whoever compares notices', () => {
    const desk = testDesk();
    put(desk, { card: 'qin' });
    order(desk, { kind: 'card-swapped', with: { card: 'li' }, count: 1 });
    const [first, second] = [desk.read('read-card'), desk.read('read-card')];
    expect([first.data?.['items'], second.data?.['items']]).toMatchObject([
      expect.arrayContaining(['秦双慢']),
      expect.arrayContaining(['李四']),
    ]);
  });

  it('the PIN is wrong, locked, not typed, cancelled', () => {
    const desk = testDesk();
    desk.hands.change('reader-1', { pinEntry: 'auto' });
    put(desk, { card: 'qin' });
    for (const kind of ['pin-wrong', 'pin-timeout', 'pin-cancelled', 'pin-locked']) order(desk, { kind, count: 1 });
    const failures = [1, 2, 3, 4, 5].map(() => desk.read('verify-pin'));
    expect(failures.map(({ code }) => code)).toEqual([-51, -32, -31, -52, -52]);
    expect(desk.renewCards('qin')).toBe(true);
    put(desk, { card: 'qin' });
    expect(desk.read('verify-pin').ok).toBe(true);
  });

  it('the reader is pulled off its cable, until somebody plugs it in again', () => {
    const desk = testDesk();
    put(desk, { card: 'qin' });
    order(desk, { kind: 'reader-unplugged', count: 1 });
    expect([desk.read('read-card').code, desk.read('read-card').code]).toEqual([-11, -11]);
    desk.hands.plug('reader-1', 'plug');
    expect(desk.read('read-card').ok).toBe(true);
  });

  it('the service restarts: everybody is cut off', () => {
    const desk = testDesk();
    put(desk, { card: 'qin' });
    order(desk, { kind: 'service-restarted', count: 1 });
    const client = desk.client('窗口');
    client.give('read-card');
    desk.pass(1_000);
    expect([client.wasDropped(), client.replies()]).toEqual([true, []]);
    expect(desk.read('read-card').ok).toBe(true);
  });

  it('two readers are plugged in the wrong way round: the other window’s patient is read', () => {
    const desk = testDesk();
    withDevice(desk, { id: 'reader-2' });
    put(desk, { card: 'qin' });
    put(desk, { card: 'li' }, 'reader-2');
    order(desk, { kind: 'readers-swapped', when: { device: 'reader-1' }, with: { other: 'reader-2' }, count: 1 });
    expect(desk.read('read-card').data?.['items']).toContain('李四');
    expect(desk.read('read-card', {}, 'reader-2').data?.['items']).toContain('秦双慢');
  });

  it('an answer comes after that to the next command, and says whose it is', () => {
    const desk = testDesk();
    put(desk, { card: 'qin' });
    order(desk, { kind: 'late-answer', with: { ms: 3_000 }, count: 1 });
    const client = desk.client('窗口');
    client.give('read-card', {}, { id: 'old', timeout: 1_000 });
    desk.pass(1_500);
    client.give('read-card-number', {}, { id: 'new' });
    desk.pass(5_000);
    expect(client.replies().map(({ id, ok, late, error }) => [id, ok, late, error])).toEqual([
      ['old', false, undefined, 'timed-out'],
      ['new', true, undefined, undefined],
      ['old', true, true, undefined],
    ]);
  });

  it('the reader says nothing at all, and is there again after the time-out', () => {
    const desk = testDesk();
    put(desk, { card: 'qin' });
    order(desk, { kind: 'hang', count: 1 });
    const client = desk.client('窗口');
    client.give('read-card', {}, { timeout: 10_000 });
    desk.pass(9_000);
    expect(client.replies()).toEqual([]);
    expect(desk.read('read-card')).toMatchObject({ error: 'busy', holder: '窗口' });
    desk.pass(1_100);
    expect(client.replies()).toMatchObject([{ error: 'timed-out' }]);
    expect(desk.read('read-card').ok).toBe(true);
  });

  it('the library cannot be loaded, or a name comes in the wrong encoding', () => {
    const desk = testDesk();
    put(desk, { card: 'qin' });
    order(desk, { kind: 'library-missing', count: 1 });
    order(desk, { kind: 'gbk-garbled', count: 1 });
    expect(desk.read('read-card').code).toBe(-5);
    const garbled = desk.read('read-card');
    expect(garbled.ok).toBe(true);
    expect(garbled.data?.['items']).not.toContain('秦双慢');
    expect(garbled.data?.['items']).toContain('K99000001');
    expect(desk.read('read-card').data?.['items']).toContain('秦双慢');
  });

  it('somebody orders a fault that cannot be', () => {
    const { faults } = testDesk();
    const refused = (form: object) => {
      const added = faults.add(faultForm.parse(form));
      return added.ok ? '' : added.error;
    };
    expect(refused({ kind: 'card-swapped', with: { card: 'ghost' } })).toBe('没有人员 ghost');
    expect(refused({ kind: 'card-swapped', with: { card: 'no-card' } })).toBe('宁无卡 没有社会保障卡');
    expect(refused({ kind: 'readers-swapped', with: { other: 'none' } })).toBe('没有设备 none');
    expect(refused({ kind: 'hang', when: { device: 'none' } })).toBe('没有设备 none');
    expect(refused({ kind: 'late-answer' })).toContain('with.ms 不对');
    expect(refused({ kind: 'no-card', with: { x: 1 } })).toContain('with.x 不对');
    expect(refused({ kind: 'hang', schedule: { from: 'soon' } })).toContain('schedule 的 from');
    const backwards = { from: '2026-09-01 11:00', to: '2026-09-01 10:00' };
    expect(refused({ kind: 'hang', schedule: backwards })).toBe('schedule 的 to 应晚于 from');
    expect(refused({ kind: 'hang', schedule: { ramp: backwards } })).toBe('schedule 的 to 应晚于 from');
    expect(faults.all()).toEqual([]);
    const unread = (form: object) =>
      faultForm.safeParse({ kind: 'hang', ...form }).error?.issues.map(({ message }) => message);
    expect(unread({ schedule: { nth: 0 } })).toEqual(['应为 1 到 1000000 的整数']);
    expect(unread({ schedule: { third: true }, ttl: '0s' })).toEqual([
      expect.stringContaining('{ "nth": 3 } 第 3 次'),
      expect.stringContaining('15m'),
    ]);
  });

  it('chance has no seed of its own: it has the workspace’s, and says so', () => {
    const desk = testDesk();
    order(desk, { kind: 'hang', schedule: { rate: 0.5 } });
    order(desk, { kind: 'hang', schedule: { rate: 0.5, seed: 'own' } });
    order(desk, { kind: 'hang', schedule: { ramp: { from: '2026-09-01', to: '2026-09-02T10:00' } } });
    expect(desk.faults.all().map(({ schedule }) => schedule)).toEqual([
      { rate: 0.5, seed: 'test' },
      { rate: 0.5, seed: 'own' },
      { ramp: { from: '2026-09-01', to: '2026-09-02T10:00' }, seed: 'test' },
    ]);
  });
});
