import { expect, it } from 'vitest';
import type { SignIn } from '../../../../src/platform/store/port.ts';
import { commit, opened, storeWith, type OpenStore } from './opened.ts';

const take = (key: string, value: number) => ({ kind: 'serial.take', key, value }) as const;
const signIn: SignIn = {
  sign_no: '440300SI0001',
  fixmedins_code: 'H44030500001',
  opter_no: '0001',
  signedInAt: 1_788_226_200_123,
};

export const keepsCounters = (open: OpenStore): void => {
  it('hands out work as it falls due: the earliest, of several the one that was put first', async () => {
    const due = (key: string, at: number) => ({ kind: 'clearing', key, at });
    const put = (key: string, at: number) => ({ kind: 'due.put', due: due(key, at) }) as const;
    const store = await storeWith(open, put('later', 200), put('second', 100), put('third', 100), put('moved', 50));
    await commit(store, put('moved', 300));
    const order: (string | undefined)[] = [];
    for (let next = store.reader.nextDue(300); next; next = store.reader.nextDue(300)) {
      order.push(next.key);
      await commit(store, { kind: 'due.done', due: next });
    }
    expect(order).toEqual(['second', 'third', 'later', 'moved']);
    await commit(store, put('future', 301));
    expect(store.reader.nextDue(300)).toBeUndefined();
  });

  it('takes the numbers of each series one after another', async () => {
    const store = await storeWith(open, take('setl_id', 1), take('setl_id', 2), take('mdtrt_id', 1));
    await commit(store, take('setl_id', 3));
    expect(store.reader.serial('setl_id')).toBe(3);
    expect(store.reader.serial('mdtrt_id')).toBe(1);
    expect(store.reader.serial('none')).toBe(0);
  });

  it.each([0, 1, 2, 4, 5, -1])('after 2 it does not take %i', async (value) => {
    const { writer } = await storeWith(open, take('setl_id', 1), take('setl_id', 2));
    writer.begin();
    expect(() => writer.apply([take('setl_id', value)])).toThrow();
    expect(writer.reader.serial('setl_id')).toBe(2);
    writer.rollback();
  });

  it('starts no series with 2', () => {
    const { writer } = opened(open);
    writer.begin();
    expect(() => writer.apply([take('setl_id', 2)])).toThrow();
    writer.rollback();
  });

  it('keeps settings, the last one put', async () => {
    const store = await storeWith(open, { kind: 'setting.put', key: '模式', value: '冻结' });
    await commit(store, { kind: 'setting.put', key: '模式', value: '' });
    expect(store.reader.setting('模式')).toBe('');
    expect(store.reader.setting('none')).toBeUndefined();
  });

  it('keeps a sign-in, and when it ended', async () => {
    const store = await storeWith(open, { kind: 'sign-in.put', signIn });
    expect(store.reader.signIn(signIn.sign_no)).toEqual(signIn);
    expect(store.reader.signIn(signIn.sign_no)).not.toHaveProperty('signedOutAt');
    const ended = { ...signIn, signedOutAt: signIn.signedInAt + 1 };
    await commit(store, { kind: 'sign-in.put', signIn: ended });
    expect(store.reader.signIn(signIn.sign_no)).toEqual(ended);
    expect(store.reader.signIn('none')).toBeUndefined();
  });
};
