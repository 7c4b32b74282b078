import { describe, expect, it } from 'vitest';
import {
  noticeOf, noticePlaces, noticeState, uploadNotice,
} from '../../../../src/platform/features/notice/notices.ts'; // prettier-ignore
import { openTestWorld } from '../../../support/world.ts';

describe('the upload of a notice', () => {
  it('is missing, then done, and done again after another day with the same policies', async () => {
    const { world, setClock, close } = await openTestWorld();
    expect(noticeState(world, '610100')).toEqual({
      place: '610100',
      name: '西安市',
      state: 'missing',
      uploadedAt: null,
      on: null,
    });
    const uploaded = await uploadNotice(world, '610100');
    const upload = { state: 'uploaded', uploadedAt: '2026-09-01 10:00:00', on: '2026-09-01' };
    expect(uploaded).toMatchObject({ ok: true, value: { upload } });
    setClock('2026-11-30 10:00:00');
    expect(noticeState(world, '610100')).toMatchObject(upload);
    expect(noticeOf(world, '610100')).toMatchObject({ value: { upload, notice: { on: '2026-11-30' } } });
    expect(noticeState(world, '440300').state).toBe('missing');
    await close();
  });

  it('is to be repeated when patients would read something else', async () => {
    const { world, setClock, close } = await openTestWorld({ now: '2024-12-31 10:00:00' });
    await uploadNotice(world, '610100');
    setClock('2025-01-01 10:00:00'); // 大病保险 of 西安 has other figures from this day on
    expect(noticeState(world, '610100')).toMatchObject({ state: 'changed', on: '2024-12-31' });
    expect(noticeOf(world, '610100')).toMatchObject({ value: { upload: { state: 'changed' } } });
    await uploadNotice(world, '610100');
    expect(noticeState(world, '610100')).toMatchObject({ state: 'uploaded', on: '2025-01-01' });
    await close();
  });

  it('has changed where a place has no policy any more', async () => {
    const { world, setClock, close } = await openTestWorld();
    await uploadNotice(world, '610100');
    setClock('2021-12-31 10:00:00');
    expect(noticeState(world, '610100').state).toBe('changed');
    expect(noticeOf(world, '610100').ok).toBe(false);
    expect((await uploadNotice(world, '610100')).ok).toBe(false);
    expect(noticeState(world, '610100').on).toBe('2026-09-01');
    await close();
  });

  it('makes a place that lives by its template one of the list', async () => {
    const { world, close } = await openTestWorld();
    const before = noticePlaces(world);
    expect(before).toHaveLength(20);
    expect(before).toContain('660000');
    await uploadNotice(world, '130100');
    expect(noticePlaces(world)).toEqual([...before, '130100'].sort());
    await close();
  });
});
