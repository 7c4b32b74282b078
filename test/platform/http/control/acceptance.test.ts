import { describe, expect, it } from 'vitest';
import { must } from '../../../../src/kernel/assert.ts';
import type { Status, StatusRow } from '../../../../src/platform/sandbox.ts';
import { signedInAs } from '../../../support/world.ts';
import { jsonOf, openCounter } from '../counter.ts';
import { settle } from '../settle.ts';

/** A province works itself forward by the calls that the kit tells it. */
const counter = openCounter();

const PATH = '/_sandbox/acceptance';

const statusOf = async (province = '440000', role = 'treatment'): Promise<Status> =>
  (await counter.control<Status>('GET', `${PATH}?province=${province}&role=${role}`)).json;

const rowOf = async (id: string, province?: string, role?: string): Promise<StatusRow> => {
  const found = (await statusOf(province, role)).sides[0]?.rows.find((row) => row.id === id);
  must(found, `the status has a row ${id}`);
  return found;
};

type Message = { readonly infno: string; readonly msgid: string; readonly input: { readonly data: object } };

/** The message that a row's next call would send. */
const nextOf = ({ id, next }: StatusRow): { readonly message: Message; readonly province: string } => {
  const parts = /^curl -sS -u "(\d{6}):kuasheng-\1" .* -d '(.*)' \S+\/national\/\d{4}$/.exec(next?.curl ?? '');
  must(parts?.[1] !== undefined && parts[2] !== undefined, `${id} has a call: ${next?.curl ?? 'none'}`);
  return { province: parts[1], message: JSON.parse(parts[2]) as Message };
};

type Sent = {
  readonly infcode: number;
  readonly err_msg: string | null;
  readonly violations: string;
  readonly trace: string;
};

const send = async (message: Message, province = '440000', headers: Record<string, string> = {}): Promise<Sent> => {
  const response = await counter.request(`/national/${message.infno}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...signedInAs(province), ...headers },
    body: JSON.stringify(message),
  });
  const answer = await jsonOf<{ infcode: number; err_msg: string | null }>(response);
  const header = (name: string) => response.headers.get(name) ?? '';
  return { ...answer, violations: header('x-kuasheng-violations'), trace: header('x-kuasheng-trace') };
};

/** Sends what a row asks for next. */
const advance = async (id: string, headers?: Record<string, string>): Promise<Sent> => {
  const { message, province } = nextOf(await rowOf(id));
  return send(message, province, headers);
};

describe('before anything came', () => {
  it('every row waits, none is met', async () => {
    const { sides, done, blocking, name } = await statusOf('440000', 'both');
    expect([name, done]).toEqual(['广东省', false]);
    expect(sides.map(({ side }) => side)).toEqual(['treatment', 'insured']);
    const rows = sides.flatMap((side) => side.rows);
    expect(rows.filter(({ state }) => state === 'pass')).toEqual([]);
    expect(blocking).toBe(rows.length);
  });
});

describe('the next call', () => {
  it('settles as it stands, without a breach, and the row counts it', async () => {
    const before = await rowOf('1.2.2.M06900.3');
    const sent = await advance(before.id);
    expect(sent).toMatchObject({ infcode: 0, err_msg: null });
    expect(sent.violations).toBe('');
    const after = await rowOf(before.id);
    expect(after).toMatchObject({ seen: before.seen + 1, state: 'wait' });
    expect(after.evidence.at(-1)).toMatchObject({ trace: sent.trace });
    const link = after.evidence.at(-1)?.href ?? '';
    expect((await counter.request(new URL(link).pathname)).status).toBe(200);
  });

  it('leads through a whole row: settlement, refund, the refund again, both reversals', async () => {
    for (const id of ['1.2.2.M06900.3', '1.2.2.M06900.8', '2.M06900.5', '1.2.2.M06900.10', '1.2.2.M06900.9']) {
      expect(await advance(id), id).toMatchObject({ infcode: 0, violations: '' });
    }
    expect(await rowOf('1.2.2.M06900.3')).toMatchObject({ state: 'pass', seen: 2 });
    expect(await rowOf('1.2.2.M06900.8')).toMatchObject({ seen: 1 });
    expect(await rowOf('1.2.2.M06900.9')).toMatchObject({ seen: 1 });
    expect(await rowOf('1.2.2.M06900.10')).toMatchObject({ seen: 1 });
  });

  it('asks, registers and tries with each credential', async () => {
    for (const id of ['1.2.2.M05300.1', '1.2.2.M05300.5', '1.2.2.M05300.6', '1.2.2.M05300.7', '3.1106-02']) {
      const before = (await rowOf(id)).seen;
      expect(await advance(id), id).toMatchObject({ infcode: 0, violations: '' });
      expect((await rowOf(id)).seen, id).toBe(before + 1);
    }
  });

  it('names a person of the population that lacks', async () => {
    await advance('2.M04600.3');
    await advance('2.M04600.3');
    await advance('2.M04600.3');
    expect(await rowOf('2.M04600.3')).toMatchObject({ state: 'pass', seen: 3 });
    expect(await advance('2.M04600.6')).toMatchObject({ infcode: 0 });
    expect(await rowOf('2.M04600.6')).toMatchObject({ state: 'pass' });
  });

  it('of a disease outside the list is stopped, as it must be', async () => {
    expect(await advance('2.outside.2')).toMatchObject({
      infcode: -1,
      err_msg: expect.stringContaining('[国家平台]') as string,
    });
    expect(await rowOf('2.outside.2')).toMatchObject({ seen: 1 });
    await advance('2.outside.1');
    expect(await rowOf('2.outside.1')).toMatchObject({ state: 'pass' });
  });

  it('as 参保省 comes from another province, and is a rehearsal while the sandbox answers for it', async () => {
    const row = await rowOf('1.3.3.M06900.3', '610000', 'insured');
    const { province, message } = nextOf(row);
    expect(province).not.toBe('610000');
    expect(await send(message, province)).toMatchObject({ infcode: 0, violations: '' });
    expect(await rowOf(row.id, '610000', 'insured')).toMatchObject({
      seen: 0,
      rehearsed: row.rehearsed + 1,
      state: 'wait',
    });
  });
});

describe('what does not count', () => {
  it('is a rehearsal: the self-run, and what a hospital sends through the sandbox', async () => {
    const before = await rowOf('1.2.2.M00200.3');
    await advance('1.2.2.M00200.3', { 'x-kuasheng-self-run': '1' });
    expect(await rowOf('1.2.2.M00200.3')).toMatchObject({ seen: 0, rehearsed: before.rehearsed + 1 });
    const messages = async () => (await rowOf('3.1107-03')).rehearsed;
    await settle(counter);
    expect(await messages()).toBe(0);
  });

  it('is what breaks the tables: told by field, and the row says so', async () => {
    const { message } = nextOf(await rowOf('1.2.2.M07200.3'));
    const data = { ...message.input.data, hosp_lv: '99' };
    const sent = await send({ ...message, input: { ...message.input, data } });
    expect(sent).toMatchObject({ infcode: 0, violations: expect.stringContaining('hosp_lv') as string });
    expect(await rowOf('1.2.2.M07200.3')).toMatchObject({
      seen: 0,
      state: 'fail',
      failed: { text: expect.stringContaining('hosp_lv') as string },
    });
    const [side] = (await statusOf()).sides;
    expect(side?.breaches).toContainEqual(expect.objectContaining({ infno: '1107', field: 'data.hosp_lv', count: 1 }));
  });
});

describe('an explanation', () => {
  const explain = (rows: readonly string[], text: string, province = '440000') =>
    counter.control<{ message: string }>('POST', `${PATH}/explanations`, { province, rows, text });

  it('is kept beside its row and may be taken back', async () => {
    expect(await explain(['1.2.3'], '用 PSAM 卡读卡')).toMatchObject({ status: 200 });
    expect(await rowOf('1.2.3')).toMatchObject({ state: 'omit', blocks: false, explanation: '用 PSAM 卡读卡' });
    await explain(['1.2.3'], '');
    expect(await rowOf('1.2.3')).toMatchObject({ state: 'wait', blocks: true });
  });

  it('is refused where the documents want a test', async () => {
    const { status, json } = await explain(['1.2.2.M05300.3', '2.M05300.17'], '来不及');
    expect([status, json.message]).toEqual([422, expect.stringContaining('不能用情况说明代替测试')]);
    expect((await explain(['1.2.3'], 'x', '440300')).status).toBe(422);
  });
});

describe('the report', () => {
  const report = (format: string) => counter.request(`${PATH}/report?province=440000&format=${format}`);

  it('is a page to print, JSON or JUnit', async () => {
    const page = await report('html');
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await page.text()).toContain('跨省异地就医管理子系统门诊慢特病接口测试情况表');
    const { form } = await jsonOf<{ form: { transactions: { id: string; answer: string }[] } }>(await report('json'));
    expect(form.transactions).toHaveLength(17);
    expect(await (await report('junit')).text()).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<testsuites /);
  });

  it('is refused in another format, for what is no province, for another role', async () => {
    expect((await report('pdf')).status).toBe(422);
    expect((await counter.control('GET', `${PATH}?province=440300`)).status).toBe(422);
    expect((await counter.control('GET', `${PATH}?province=440000&role=hospital`)).status).toBe(422);
  });
});

describe('the kit', () => {
  it('has broken nowhere', () => expect(counter.defects).toEqual([]));
});
