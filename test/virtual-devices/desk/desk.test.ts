import { describe, expect, it } from 'vitest';
import { callersAt, IDLE } from '../../../src/virtual-devices/desk/callers.ts';
import { eventsSince } from '../../../src/virtual-devices/desk/events-since.ts';
import { codeForm, thingForm } from '../../../src/virtual-devices/desk/media-given.ts';
import { NOW, testDesk, withDevice } from '../test-desk.ts';

const card = (person: string, condition = 'good') => thingForm.parse({ card: person, condition });

describe('a desk of devices', () => {
  it('has a reader and a terminal from the start, and keeps which devices there are', () => {
    const desk = testDesk();
    expect(desk.shown().map(({ id, kind }) => [id, kind])).toEqual([
      ['reader-1', 'four-in-one'],
      ['terminal-1', 'face-terminal'],
    ]);
    withDevice(desk, { id: 'reader-2', kind: 'card-reader', name: '二号窗' });
    expect(desk.kept()).toMatchObject([{ id: 'reader-1' }, { id: 'terminal-1' }, { id: 'reader-2', name: '二号窗' }]);
    const serials = desk.devices().map(({ serial }) => serial);
    expect(new Set(serials).size).toBe(3);
    desk.hands.drop('reader-2');
    expect(desk.kept()).toMatchObject([{ id: 'reader-1' }, { id: 'terminal-1' }]);
  });

  it('knows that a card is one thing: in one reader, with one memory', () => {
    const desk = testDesk();
    withDevice(desk, { id: 'reader-2' });
    desk.hands.put('reader-1', card('qin'));
    expect(desk.hands.put('reader-2', card('qin'))).toMatchObject({
      error: { status: 409, message: '这张社会保障卡已在 reader-1 里，请先取出' },
    });
    const client = desk.client('窗口');
    client.give('verify-pin');
    desk.pass(100);
    desk.hands.typePin('reader-1', '000000');
    expect(client.replies()).toMatchObject([{ code: -51, triesLeft: 2 }]);
    desk.hands.take('reader-1');
    desk.hands.put('reader-2', card('qin'));
    expect(desk.device('reader-2')?.media.card?.chip.triesLeft).toBe(2);
  });

  it('refuses in words what hands cannot do', () => {
    const { hands } = testDesk();
    const said = (done: ReturnType<typeof hands.put>) => (done.ok ? '' : done.error.message);
    expect(said(hands.put('none', card('qin')))).toContain('没有设备 none');
    expect(said(hands.put('reader-1', card('ghost')))).toContain('没有人员 ghost');
    expect(said(hands.put('reader-1', card('no-card')))).toBe('宁无卡 没有社会保障卡');
    expect(said(hands.put('reader-1', thingForm.parse({ face: 'qin' })))).toContain('不能用人脸');
    expect(said(hands.take('reader-1'))).toContain('里什么也没有');
    expect(said(hands.typePin('reader-1', '1'))).toContain('没有在等密码');
    hands.put('reader-1', card('qin'));
    expect(said(hands.put('reader-1', card('li')))).toContain('里已有社会保障卡');
    expect(said(hands.take('reader-1', 'code'))).toContain('里没有二维码');
  });

  it('tells once when a shown code comes to its end, by the workspace’s clock; a scanner still reads it', async () => {
    const desk = testDesk();
    const client = desk.client('窗口', 'reader-1');
    await desk.hands.showCode('reader-1', codeForm.parse({ qr: 'qin' }));
    desk.pass(120_000);
    expect(client.events()).toEqual(['qr-shown']);
    desk.setClock(NOW + 60_001);
    desk.pass(2_000);
    expect(client.events()).toEqual(['qr-shown', 'qr-expired']);
    expect(desk.read('scan').data?.['text']).toBe('1'.padStart(28, '0'));
  });

  it('has its codes from the issuer alone, and says in words why there is none', async () => {
    const desk = testDesk();
    const show = async (form: object, id = 'reader-1') => {
      const done = await desk.hands.showCode(id, codeForm.parse(form));
      return done.ok ? (done.value.media.code?.text ?? '') : done.error.message;
    };
    expect(await show({ qr: 'no-card' })).toBe('宁无卡 没有激活医保电子凭证');
    expect(await show({ qr: 'qin', by: 'ghost' })).toContain('没有人员 ghost');
    expect(await show({ qr: 'qin' }, 'none')).toContain('没有设备 none');
    const client = desk.client('窗口', 'reader-1');
    client.give('scan');
    desk.pass(1_000);
    const text = await show({ qr: 'qin', by: 'li' });
    desk.pass(1_000);
    expect(client.replies()).toMatchObject([{ ok: true, data: { text } }]);
    expect(await show({ 'health-code': 'li' })).toContain('里已有二维码');
  });

  it('remembers events for who asks later, and wakes who waits', async () => {
    const desk = testDesk();
    const waiting = eventsSince(desk, { wait: 10_000, device: 'reader-1' });
    desk.hands.plug('terminal-1', 'unplug');
    desk.hands.plug('reader-1', 'unplug');
    expect((await waiting).map(({ event }) => event)).toEqual(['unplugged']);
    expect(await eventsSince(desk, { after: 0, wait: 0 })).toHaveLength(2);
    const nothing = eventsSince(desk, { wait: 1_000 });
    desk.pass(1_000);
    expect(await nothing).toEqual([]);
  });
});

describe('a client without a connection', () => {
  const status = { id: '1', device: 'reader-1', command: 'status', params: {} } as const;
  const open = { ...status, command: 'open' } as const;

  it('tells everything there is to who knows a number of before its restart', async () => {
    const desk = testDesk();
    desk.hands.put('reader-1', card('qin'));
    expect(await eventsSince(desk, { after: 1_234, wait: 10_000 })).toMatchObject([{ seq: 1, event: 'inserted' }]);
    const waiting = eventsSince(testDesk(), { after: 1_234, wait: 0 });
    expect(await waiting).toEqual([]);
  });

  it('holds a device from one question to the next, until it has been silent for long', async () => {
    const desk = testDesk();
    const ask = callersAt(desk);
    expect(await ask({ name: '一号窗', order: open })).toMatchObject({ ok: true });
    desk.pass(IDLE - 1_000);
    expect(await ask({ name: '一号窗', order: status })).toMatchObject({ data: { holder: '一号窗' } });
    desk.pass(IDLE - 1_000);
    expect(desk.shown()[0]?.holder).toBe('一号窗');
    desk.pass(2_000);
    expect(desk.shown()[0]?.holder).toBeNull();
  });

  it('gets its answer although the service restarts, and its own among many', async () => {
    const desk = testDesk();
    const ask = callersAt(desk);
    const scan = ask({ order: { ...status, id: 'mine', command: 'scan' } });
    const other = ask({ order: { ...status, id: 'theirs' } });
    expect(await other).toMatchObject({ id: 'theirs', data: { running: 'scan' } });
    desk.restart();
    expect(await scan).toMatchObject({ id: 'mine', ok: false });
  });
});
