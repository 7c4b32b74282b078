import { describe, expect, it } from 'vitest';
import { DICTIONARY, jsonOf, openCounter } from '../counter.ts';

/** The clock stands at 2026-09-01 10:00:00. */
const counter = openCounter();

type Shown = { readonly maintenance: { readonly id: string; readonly state: string } };

const announce = (form: unknown) => counter.control<Shown>('POST', '/_sandbox/maintenance', form);
const cancel = (id: string) => counter.control<Shown>('POST', `/_sandbox/maintenance/${id}/cancel`);

const TONIGHT = { node: 'national', from: '2026-09-01 22:00', to: '2026-09-02 06:00', text: '版本升级' };

describe('maintenance', () => {
  it('is announced, told with its state, and called off', async () => {
    expect(await announce(TONIGHT)).toEqual({
      status: 201,
      json: {
        maintenance: {
          id: 'MT0001',
          node: 'national',
          name: '国家平台',
          from: '2026-09-01 22:00:00',
          to: '2026-09-02 06:00:00',
          text: '版本升级',
          state: 'planned',
        },
      },
    });
    const over = await announce({ ...TONIGHT, node: '610000', from: '2026-08-01T22:00:30', to: '2026-08-02 06:00' });
    expect(over.json.maintenance).toMatchObject({ id: 'MT0002', name: '陕西省', state: 'over' });
    const cancelled = { id: 'MT0001', state: 'cancelled', cancelledAt: '2026-09-01 10:00:00' };
    expect(await cancel('MT0001')).toMatchObject({ status: 200, json: { maintenance: cancelled } });
    expect(await cancel('MT0001')).toMatchObject({ status: 200, json: { maintenance: cancelled } });
    const { json } = await counter.control('GET', '/_sandbox/maintenance');
    expect(json).toMatchObject({ maintenance: [cancelled, { id: 'MT0002', from: '2026-08-01 22:00:30' }] });
  });

  it('that begins now stops messages at once, until it is called off', async () => {
    const send = async () =>
      (await jsonOf<{ err_msg: string | null }>(await counter.post('/fsi/api/1', DICTIONARY))).err_msg;
    const running = await announce({ node: '440300', to: '2026-09-01 12:00', text: '网络割接' });
    expect(running.json.maintenance.state).toBe('running');
    expect(await send()).toBe(
      '[就医地 深圳市] 系统停机维护（2026-09-01 10:00 至 2026-09-01 12:00），请在维护结束后办理。网络割接',
    );
    await cancel(running.json.maintenance.id);
    expect(await send()).toBeNull();
  });

  it('of no known id cannot be called off', async () => {
    expect(await cancel('MT9999')).toEqual({ status: 404, json: { message: '没有停机维护 MT9999' } });
  });

  it.each([
    [{}, '缺少 node'],
    [{ ...TONIGHT, node: 'nation' }, 'node “nation” 应为 national（国家平台）'],
    [{ ...TONIGHT, node: '440305' }, 'node “440305” 应为'],
    [{ ...TONIGHT, node: '990000' }, 'node “990000” 应为'],
    [{ ...TONIGHT, from: '2026-02-30 10:00' }, 'from “2026-02-30 10:00” 应为时间 yyyy-MM-dd HH:mm'],
    [{ ...TONIGHT, to: '明早' }, 'to “明早” 应为时间'],
    [{ ...TONIGHT, to: '2026-09-01 22:00' }, 'to “2026-09-01 22:00:00” 应晚于开始时间 2026-09-01 22:00:00'],
    [{ ...TONIGHT, to: '2026-10-02 22:00:01' }, 'to “2026-10-02 22:00:01” 超过开始后 31 天'],
    [{ ...TONIGHT, text: ' ' }, 'text'],
    [{ ...TONIGHT, lead: 3 }, '不认识的字段 lead'],
  ])('that does not fit is refused: %j', async (form, message) => {
    expect(await announce(form)).toMatchObject({
      status: 422,
      json: { message: expect.stringContaining(message) as string },
    });
  });

  it('may last 31 days', async () => {
    expect((await announce({ ...TONIGHT, to: '2026-10-02 22:00' })).status).toBe(201);
  });
});
