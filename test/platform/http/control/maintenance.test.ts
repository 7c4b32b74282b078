import { describe, expect, it } from 'vitest';
import { DICTIONARY, jsonOf, openCounter } from '../counter.ts';

/** The clock stands at 2026-09-01 10:00:00. */
const counter = openCounter();

type Shown = { readonly maintenance: { readonly id: string; readonly state: string } };

const announce = (form: unknown) => counter.control<Shown>('POST', '/_sandbox/maintenance', form);
const cancel = (id: string) => counter.control<Shown>('POST', `/_sandbox/maintenance/${id}/cancel`);

const extend = (id: string, form: unknown) =>
  counter.control<Shown>('POST', `/_sandbox/maintenance/${id}/extend`, form);
type Many = { readonly maintenance: readonly Shown['maintenance'][] };

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
          remainingMinutes: 720,
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
    [{ ...TONIGHT, leads: 3 }, '不认识的字段 leads'],
    [{ ...TONIGHT, lead: 3 }, 'lead 应为文字'],
    [{ ...TONIGHT, lead: '2 hours' }, 'lead “2 hours” 应为 30min、2h、1d 这样的时长，最多 31d'],
    [{ ...TONIGHT, lead: '32d' }, 'lead “32d” 应为'],
    [{ ...TONIGHT, newBusiness: 'warned' }, 'newBusiness 只用于提前期，请同时填 lead，如 2h'],
    [{ ...TONIGHT, lead: '1h', newBusiness: 'maybe' }, 'newBusiness 应为 refused、warned 之一'],
    [{ ...TONIGHT, transactions: [] }, 'transactions 不能为空'],
    [{ ...TONIGHT, transactions: ['9999'] }, 'transactions “9999” 没有这个交易'],
    [{ ...TONIGHT, transactions: ['1301'] }, 'transactions “1301” 两个接口都有，请写明 hospital/1301 或 national/1301'],
    [{ ...TONIGHT, transactions: ['2207'] }, 'transactions “hospital/2207” 是医院接口的交易，国家平台不办理'],
    [{ ...TONIGHT, node: '440300', transactions: ['1603'] }, 'transactions “national/1603” 由国家平台自己办理'],
    [{ ...TONIGHT, node: 'all' }, 'transactions 应写明：各方 all 只能停办个别交易'],
  ])('that does not fit is refused: %j', async (form, message) => {
    expect(await announce(form)).toMatchObject({
      status: 422,
      json: { message: expect.stringContaining(message) as string },
    });
  });

  it('names its transactions by the door that documents them', async () => {
    const { json } = await announce({
      ...TONIGHT,
      node: 'all',
      transactions: ['2207', '1107', 'national/1301', '2207'],
    });
    const transactions = ['hospital/2207', 'national/1107', 'national/1301'];
    expect(json.maintenance).toMatchObject({ node: 'all', name: '各方', transactions });
    expect(await cancel(json.maintenance.id)).toMatchObject({ status: 200 });
  });

  it('is extended: a later end, other words, or both', async () => {
    const { id } = (await announce({ ...TONIGHT, node: '320100' })).json.maintenance;
    expect(await extend(id, { to: '2026-09-02 08:00' })).toMatchObject({
      status: 200,
      json: { maintenance: { id, from: '2026-09-01 22:00:00', to: '2026-09-02 08:00:00', text: '版本升级' } },
    });
    expect((await extend(id, { text: '延长两小时' })).json.maintenance).toMatchObject({
      to: '2026-09-02 08:00:00',
      text: '延长两小时',
    });
    const refused = async (form: object) => (await extend(id, form)).json;
    expect(await refused({})).toMatchObject({ message: 'to 或 text 至少填一个' });
    expect(await refused({ to: '2026-09-02 08:00' })).toMatchObject({
      message: 'to “2026-09-02 08:00:00” 应晚于原结束时间 2026-09-02 08:00:00；提前结束请取消',
    });
    expect(await refused({ to: '2026-10-02 22:00:01' })).toMatchObject({
      message: 'to “2026-10-02 22:00:01” 超过开始后 31 天',
    });
    expect(await refused({ from: '2026-09-01 20:00' })).toMatchObject({ message: '不认识的字段 from' });
    await cancel(id);
    expect(await extend(id, { text: '又要' })).toMatchObject({
      status: 409,
      json: { message: `停机维护 ${id} 已取消，不能延长；请另行登记` },
    });
    expect(await extend('MT9999', { text: '无' })).toMatchObject({ status: 404 });
  });

  it('may last 31 days', async () => {
    expect((await announce({ ...TONIGHT, to: '2026-10-02 22:00' })).status).toBe(201);
  });

  it('tells lead time, new business and how long until its state changes, by the clock', async () => {
    const form = { node: '510100', from: '2026-09-01 13:00', to: '2026-09-01 15:00', lead: '2h', text: '升级' };
    const { json } = await announce(form);
    const { id } = json.maintenance;
    const entry = { leadMinutes: 120, leadFrom: '2026-09-01 11:00:00', newBusiness: 'refused' };
    expect(json.maintenance).toMatchObject({ ...entry, state: 'planned', remainingMinutes: 60 });
    const later = async (to: string) => {
      await counter.control('POST', '/_sandbox/clock/advance', { to });
      const all = await counter.control<Many>('GET', '/_sandbox/maintenance');
      return all.json.maintenance.find((row) => row.id === id);
    };
    expect(await later('2026-09-01 11:00:30')).toMatchObject({ ...entry, state: 'lead', remainingMinutes: 120 });
    expect(await later('2026-09-01 13:00:00')).toMatchObject({ state: 'running', remainingMinutes: 120 });
    const over = await later('2026-09-01 15:00:00');
    expect(over).toMatchObject({ state: 'over' });
    expect(over).not.toHaveProperty('remainingMinutes');
    expect(await extend(id, { to: '2026-09-01 16:00' })).toMatchObject({
      status: 409,
      json: { message: `停机维护 ${id} 已结束，不能延长；请另行登记` },
    });
  });
});
