import { afterEach, describe, expect, it } from 'vitest';
import { DICTIONARY, ENVELOPE, jsonOf, openCounter } from '../counter.ts';

/** The clock stands at 2026-09-01 10:00:00. */
const counter = openCounter();

type Shown = { readonly fault: { readonly id: string }; readonly message?: string };
type Told = {
  readonly message: string;
  readonly errors: readonly { readonly field: string; readonly message: string }[];
};

const arm = (fault: unknown) => counter.control<Shown>('POST', '/_sandbox/faults', fault);
const explain = (form: unknown) =>
  counter.control<{
    readonly fires: readonly string[];
    readonly faults: readonly { readonly id: string; readonly why: string; readonly conditions: readonly object[] }[];
  }>('POST', '/_sandbox/faults/explain', form);

const send = async (msgid: string) =>
  (await jsonOf<{ err_msg: string | null }>(await counter.post('/fsi/api/1', { ...DICTIONARY, msgid }))).err_msg;
const msgid = (n: number) => `${ENVELOPE.msgid.slice(0, -4)}${1_000 + n}`;

afterEach(() => counter.control('DELETE', '/_sandbox/faults'));

describe('faults', () => {
  it('are armed, strike, are told with what they did, and are taken away', async () => {
    const armed = await arm({ kind: 'business-error', when: { infno: '1901' }, count: 1, ttl: '15m', note: '演练' });
    expect(armed).toMatchObject({
      status: 201,
      json: {
        fault: {
          kind: 'business-error',
          title: '平台答业务错误',
          when: { infno: ['1901'] },
          schedule: { always: true },
          scope: 'before-commit',
          count: 1,
          expiresAt: '2026-09-01 10:15:00',
          state: 'armed',
        },
      },
    });
    const { id } = armed.json.fault;
    expect(await send(msgid(1))).toContain('数据库异常');
    expect(await send(msgid(2))).toBeNull();
    const listed = await counter.control('GET', '/_sandbox/faults');
    expect(listed.json).toMatchObject({ faults: [{ id, seen: 1, fired: 1, state: 'spent' }], magicFaults: false });
    const fired = await counter.control('GET', '/_sandbox/faults/firings');
    expect(fired.json).toMatchObject({
      firings: [{ fault: id, kind: 'business-error', infno: '1901', note: '演练', at: '2026-09-01 10:00:00' }],
    });
    expect(await counter.control('DELETE', `/_sandbox/faults/${id}`)).toMatchObject({ status: 200 });
    expect(await counter.control('DELETE', `/_sandbox/faults/${id}`)).toMatchObject({ status: 404 });
  });

  it('are named by the user or numbered, and no name is used twice', async () => {
    expect((await arm({ id: 'mine', kind: 'delay' })).json.fault.id).toBe('mine');
    expect(await arm({ id: 'mine', kind: 'delay' })).toMatchObject({ status: 409 });
    expect((await arm({ kind: 'delay' })).json.fault.id).toMatch(/^F\d{4}$/);
    expect(await counter.control('DELETE', '/_sandbox/faults')).toEqual({ status: 200, json: { removed: 2 } });
  });

  it('look at a field as the HIS wrote it', async () => {
    await arm({ id: 'sum', kind: 'delay', when: { field: { path: 'data.medfee_sumamt', equals: '123.81' } } });
    await arm({ id: 'count', kind: 'delay', when: { field: { path: 'feedetail.0.cnt', equals: '2' } }, stack: true });
    const asked = async (infno: string, input: object) =>
      (await explain({ message: { infno, fixmedins_code: 'H44030099001', input } })).json.fires;
    expect(await asked('2207', { data: { medfee_sumamt: 123.81 } })).toEqual(['sum']);
    expect(await asked('2207', { data: { medfee_sumamt: '123.82' } })).toEqual([]);
    expect(await asked('2204', { feedetail: [{ cnt: 2 }] })).toEqual(['count']);
  });

  it('are never numbered as one that the user has named', async () => {
    const { id } = (await arm({ kind: 'delay' })).json.fault;
    const next = (more: number) => `F${String(Number(id.slice(1)) + more).padStart(4, '0')}`;
    for (const more of [1, 2]) await arm({ id: next(more), kind: 'busy' });
    expect((await arm({ kind: 'delay' })).json.fault.id).toBe(next(3));
    expect((await arm({ kind: 'delay' })).json.fault.id).toBe(next(4));
    expect(await counter.control('DELETE', '/_sandbox/faults')).toEqual({ status: 200, json: { removed: 5 } });
  });

  it.each([
    [{ kind: 'anwser-lost' }, 'kind', 'answer-lost'],
    [{ kind: 'delay', schedule: { nth: 0 } }, 'schedule.nth', '1 到 1000000'],
    [{ kind: 'delay', schedule: { third: true } }, 'schedule', '{ "nth": 3 }'],
    [{ kind: 'delay', schedule: { from: '2026-09-02 10:00', to: '2026-09-01 10:00' } }, 'schedule', 'to 应晚于 from'],
    [{ kind: 'delay', with: { ms: 'long' } }, 'with', '{ ms }'],
    [{ kind: 'answer-lost', with: { how: 'gone' } }, 'with.how', 'fin、rst、hold'],
    [{ kind: 'answer-lost', scope: 'before-commit' }, 'scope', 'after-commit'],
    [{ kind: 'delay', when: { persona: 'nobody' } }, 'when.persona', 'kuasheng personas'],
    [{ kind: 'delay', when: { amount: { gte: '1.234' } } }, 'when.amount.gte', '1000.00'],
    [{ kind: 'delay', when: { door: 'window' } }, 'when.door', 'hospital'],
    [{ kind: 'delay', when: { colour: 'red' } }, 'when.colour', '不认识'],
    [{ kind: 'delay', ttl: '15' }, 'ttl', '15m'],
    [{ kind: 'delay', count: 0 }, 'count', '1 到 1000000'],
    [{ kind: 'delay', priority: 5_000 }, 'priority', '1000'],
  ])('%j is refused with what is allowed', async (fault, field, hint) => {
    const { status, json } = await counter.control<Told>('POST', '/_sandbox/faults', fault);
    expect(status).toBe(422);
    expect(json.errors.find((error) => error.field === field)?.message).toContain(hint);
  });

  it('are explained for a message: who would fire, and why the others would not, condition by condition', async () => {
    await arm({ id: 'one', kind: 'delay', when: { infno: '1901', fixmedins_code: 'H44030099009' } });
    await arm({ id: 'two', kind: 'delay', when: { infno: '1901' }, schedule: { nth: 2 } });
    await arm({ id: 'three', kind: 'busy' });
    await arm({ id: 'four', kind: 'delay' });
    const { json } = await explain({ message: { ...ENVELOPE, ...DICTIONARY }, header: 'delay;ms=0' });
    expect(json.fires).toEqual(['header']);
    expect(json.faults.map(({ id, why }) => [id, why])).toEqual([
      ['header', '会触发'],
      ['one', '机构 fixmedins_code 应为 H44030099009，这次是 H44030099001'],
      ['two', '条件都符合，是第 1 次，第 2 次触发，这次不触发'],
      ['three', expect.stringContaining('让给先触发的 header')],
      ['four', expect.stringContaining('让给先触发的 header')],
    ]);
    expect(json.faults[1]?.conditions).toEqual([
      { field: 'infno', holds: true },
      { field: 'fixmedins_code', holds: false, why: '机构 fixmedins_code 应为 H44030099009，这次是 H44030099001' },
    ]);
    expect(
      (await counter.control<{ faults: { seen: number }[] }>('GET', '/_sandbox/faults')).json.faults[1]?.seen,
    ).toBe(0);
  });

  it('of a transaction that is not there cannot be explained', async () => {
    expect(await explain({ message: { infno: '0000' } })).toMatchObject({ status: 422 });
    expect(await explain({})).toMatchObject({ status: 422 });
  });

  it('have kinds with parameters, and magic values that a cashier can type', async () => {
    const { json } = await counter.control<{ kinds: { kind: string; params: object }[] }>(
      'GET',
      '/_sandbox/faults/kinds',
    );
    expect(json.kinds.find(({ kind }) => kind === 'answer-lost')?.params).toMatchObject({
      properties: { how: { enum: ['fin', 'rst', 'hold'], default: 'rst' } },
    });
    expect((await counter.control('GET', '/_sandbox/faults/magic')).json).toMatchObject({
      on: false,
      magic: expect.arrayContaining([
        expect.objectContaining({ kind: 'answer-lost', how: '结算总额末两位 .81' }),
      ]) as unknown,
    });
  });
});
