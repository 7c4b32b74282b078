import { expect, it } from 'vitest';
import type { Leg, Write } from '../../../../src/platform/store/port.ts';
import { legRow, messageKey, messageRow } from '../rows.ts';
import { commit, storeWith, type OpenStore } from './opened.ts';

const put = (row: Partial<Leg>): Write => ({ kind: 'leg.put', leg: legRow(row) });

export const keepsMessages = (open: OpenStore): void => {
  it('remembers a message by door, sender, transaction and msgid: all four', async () => {
    const { reader } = await storeWith(open, { kind: 'message.remember', message: messageRow() });
    expect(reader.message(messageKey())).toEqual(messageRow());
    expect(reader.message(messageKey({ door: 'national' }))).toBeUndefined();
    expect(reader.message(messageKey({ sender: 'H44030500002' }))).toBeUndefined();
    expect(reader.message(messageKey({ infno: '2208' }))).toBeUndefined();
    expect(reader.message(messageKey({ msgid: 'M2' }))).toBeUndefined();
  });

  it('remembers what became of a message later', async () => {
    const store = await storeWith(open, {
      kind: 'message.remember',
      message: messageRow({ state: 'refused-in-advance', answer: '' }),
    });
    const reversed = messageRow({ state: 'reversed', content: 'other', answer: '{"infcode":-1}' });
    await commit(store, { kind: 'message.remember', message: reversed });
    expect(store.reader.message(messageKey())).toEqual(reversed);
  });

  it('finds the open leg of a visit and of a message', async () => {
    const { reader } = await storeWith(open, put({}));
    expect(reader.openLegOfVisit(legRow().mdtrt_id)).toEqual(legRow());
    expect(reader.legOfMessage(messageKey())).toEqual(legRow());
    expect(reader.legOfMessage(messageKey({ sender: 'H44030500002' }))).toBeUndefined();
    expect(reader.legOfMessage(messageKey({ infno: '2208' }))).toBeUndefined();
    expect(reader.legOfMessage(messageKey({ door: 'mobile' }))).toBeUndefined();
    expect(reader.legOfMessage(messageKey({ msgid: 'M2' }))).toBeUndefined();
    expect(reader.openLegOfVisit('none')).toBeUndefined();
  });

  it.each(['sent', 'unknown'] as const)('a leg that is %s is open', async (state) => {
    const { reader } = await storeWith(open, put({ state }));
    expect(reader.openLegOfVisit(legRow().mdtrt_id)?.state).toBe(state);
    expect(reader.legOfMessage(messageKey())?.state).toBe(state);
  });

  it.each(['done', 'refused', 'reversed'] as const)('a leg that is %s is not', async (state) => {
    const store = await storeWith(open, put({}));
    await commit(store, put({ state }));
    expect(store.reader.openLegOfVisit(legRow().mdtrt_id)).toBeUndefined();
    expect(store.reader.legOfMessage(messageKey())).toBeUndefined();
    expect(store.reader.legsInState(state)).toEqual([legRow({ state })]);
  });

  it('lists the legs in a state in the order in which they were sent', async () => {
    const store = await storeWith(open, put({ id: 'leg-3' }), put({ id: 'leg-1' }), put({ id: 'leg-2' }));
    expect(store.reader.legsInState('sent').map((row) => row.id)).toEqual(['leg-3', 'leg-1', 'leg-2']);
    await commit(store, put({ id: 'leg-1', state: 'unknown' }));
    expect(store.reader.legsInState('sent').map((row) => row.id)).toEqual(['leg-3', 'leg-2']);
    expect(store.reader.legsInState('unknown').map((row) => row.id)).toEqual(['leg-1']);
    await commit(store, put({ id: 'leg-1' }));
    expect(store.reader.legsInState('sent').map((row) => row.id)).toEqual(['leg-3', 'leg-1', 'leg-2']);
  });
};
