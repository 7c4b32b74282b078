import { beforeAll, describe, expect, it } from 'vitest';
import { csvRecords, type BookRow } from '../../../../src/platform/sandbox.ts';
import { HOSPITAL, jsonOf, openCounter } from '../counter.ts';

const counter = openCounter();
const path = (query: string, code = HOSPITAL) => `/_sandbox/institutions/${code}/settlements?${query}`;
const DAYS = 'from=2026-07-01&to=2026-08-31';

type Book = { readonly settlements: readonly BookRow[]; readonly message: string };

const book = async (query = DAYS) => (await counter.control<Book>('GET', path(query))).json.settlements;

const ours = () =>
  counter.sandbox().workspaceOf('').world().store.reader.settlementsOfInstitution(HOSPITAL, '2026-07-01', '2026-08-31');

describe('GET /institutions/{code}/settlements', () => {
  beforeAll(async () => {
    const form = { settlements: 60, months: 2, hospitals: [HOSPITAL], provinces: ['630000', '610000'] };
    expect((await counter.control('POST', '/_sandbox/traffic', form)).status).toBe(201);
  });

  it('has what was settled and refunded, by time, without what was reversed and without names', async () => {
    const rows = await book();
    const kept = ours().filter(({ state }) => state !== 'reversed');
    expect(ours().length).toBeGreaterThan(kept.length);
    expect(rows.map(({ setl_id }) => setl_id)).toEqual(kept.map(({ setl_id }) => setl_id));
    expect(rows.map(({ setl_time }) => setl_time)).toEqual(rows.map(({ setl_time }) => setl_time).sort());
    const names = new Set(kept.map(({ visitor }) => visitor.psn_name));
    const text = JSON.stringify(rows);
    expect([...names].filter((name) => text.includes(name))).toEqual([]);
  });

  it('joins each refund with what it takes back', async () => {
    const rows = await book();
    const refunds = rows.filter(({ refund_of }) => refund_of !== null);
    expect(refunds.length).toBeGreaterThan(0);
    for (const refund of refunds) {
      const taken = rows.find(({ setl_id }) => setl_id === refund.refund_of);
      expect([taken?.state, taken?.medfee_sumamt, refund.infno]).toEqual(['refunded', -refund.medfee_sumamt, '2208']);
    }
  });

  it('makes a 3201 that comes out even: amounts in 分, added up by insurance, category and agency', async () => {
    const rows = (await book()).filter(({ state, refund_of }) => state === 'effective' && refund_of === null);
    const [{ insutype, clr_type, clr_optins } = { insutype: '', clr_type: '', clr_optins: '' }] = rows;
    const group = rows.filter(
      (row) => row.insutype === insutype && row.clr_type === clr_type && row.clr_optins === clr_optins,
    );
    const total = (of: (row: BookRow) => number) => group.reduce((sum, row) => sum + of(row), 0) / 100;
    const data = {
      insutype, clr_type, setl_optins: clr_optins, stmt_begndate: '2026-07-01', stmt_enddate: '2026-08-31',
      medfee_sumamt: total((row) => row.medfee_sumamt), fund_pay_sumamt: total((row) => row.fund_pay_sumamt),
      acct_pay: total((row) => row.acct_pay), fixmedins_setl_cnt: group.length, refd_setl_flag: '0',
    }; // prettier-ignore
    const answer = await jsonOf(await counter.post('/fsi/api/3201', { infno: '3201', input: { data } }));
    expect(answer).toMatchObject({ infcode: 0, output: { stmtinfo: { stmt_rslt: '0' } } });
  });

  it('makes the file of a 3202 whose every row agrees, refunds included', async () => {
    const [one] = (await book()).filter(({ refund_of }) => refund_of !== null);
    const group = (await book()).filter((row) => row.clr_type === one?.clr_type && row.clr_optins === one.clr_optins);
    const yuan = (amount: number) => (amount / 100).toFixed(2);
    const lines = group.map((row) =>
      [
        row.setl_id, row.mdtrt_id, row.psn_no, yuan(row.medfee_sumamt), yuan(row.fund_pay_sumamt), yuan(row.acct_pay),
        row.state === 'refunded' || row.refund_of !== null ? '1' : '0',
      ].join('\t'),
    ); // prettier-ignore
    const send = async <T>(infno: string, msgid: string, input: object) =>
      (await jsonOf<{ output: T }>(await counter.post(`/fsi/api/${infno}`, { infno, msgid, input }))).output;
    const file = { in: Buffer.from(lines.join('\n')).toString('base64'), filename: 'detail.txt' };
    const { file_qury_no } = await send<{ file_qury_no: string }>('9101', `${HOSPITAL}202609011000009101`, {
      fsUploadIn: { ...file, fixmedins_code: HOSPITAL },
    });
    const data = {
      setl_optins: one?.clr_optins, clr_type: one?.clr_type, file_qury_no, stmt_begndate: '2026-07-01',
      stmt_enddate: '2026-08-31', refd_setl_flag: '1',
    }; // prettier-ignore
    const { fileinfo } = await send<{ fileinfo: { file_qury_no: string } }>('3202', `${HOSPITAL}202609011000003202`, {
      data,
    });
    const { reader } = counter.sandbox().workspaceOf('').world().store;
    const rows = (reader.file(fileinfo.file_qury_no)?.content ?? '').trimEnd().split('\n');
    expect(rows.map((row) => row.split('\t')[6])).toEqual(group.map(() => '一致'));
  });

  it('is a CSV in 元 behind a byte order mark when asked', async () => {
    const response = await counter.request(path(`${DAYS}&format=csv`));
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const bytes = Buffer.from(await response.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [titles, ...records] = [...csvRecords(bytes.toString('utf8').slice(1))].map(({ cells }) => cells);
    const rows = await book();
    expect(titles).toEqual(Object.keys(rows[0] ?? {}));
    expect(records).toHaveLength(rows.length);
    const amount = titles?.indexOf('medfee_sumamt') ?? -1;
    expect(records.map((cells) => cells[amount])).toEqual(
      rows.map(({ medfee_sumamt }) => (medfee_sumamt / 100).toFixed(2)),
    );
  });

  it.each([
    [DAYS, 'H44030012345', 404, '没有机构 H44030012345'],
    ['', HOSPITAL, 400, '请写明起止日期'],
    ['from=2026-02-30&to=2026-03-01', HOSPITAL, 400, '请写明起止日期'],
    ['from=2026-03-02&to=2026-03-01', HOSPITAL, 400, 'to（2026-03-01）早于'],
    ['from=2025-09-01&to=2026-09-01', HOSPITAL, 400, '一次最多一年'],
    [`${DAYS}&format=xml`, HOSPITAL, 400, 'format（xml）'],
  ])('refuses %s of %s', async (query, code, status, text) => {
    const answer = await counter.control<Book>('GET', path(query, code));
    expect([answer.status, answer.json.message]).toEqual([status, expect.stringContaining(text)]);
  });

  it('takes a whole year', async () => {
    expect(await book('from=2025-09-01&to=2026-08-31')).toEqual(await book());
  });
});
