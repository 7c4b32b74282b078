import iconv from 'iconv-lite';
import { expect } from 'vitest';
import { BOTH, envelopeIn, WHOLE, type Envelope, type Row } from './row.ts';

const RESPONSE = { scope: 'response', book: BOTH, delivery: 'sent', seen: WHOLE } as const;
const HALF = { ...RESPONSE, delivery: 'cut' } as const;

const says = (kind: string, params: Row['with'], look: (envelope: Envelope) => void): Row => ({
  ...RESPONSE,
  kind,
  ...(params && { with: params }),
  body: (bytes) => look(envelopeIn(bytes)),
});

/** The text that leaves is no JSON. */
const unreadable = (as: string, look: RegExp): Row => ({
  ...RESPONSE,
  kind: 'bad-json',
  with: { as },
  body: (bytes) => {
    expect(bytes.toString('utf8')).toMatch(look);
    expect(() => envelopeIn(bytes)).toThrow(SyntaxError);
  },
});

const charset = (as: string, look: (bytes: Buffer) => void): Row => ({
  ...RESPONSE,
  kind: 'bad-charset',
  with: { as },
  seen: { ...WHOLE, type: 'application/json;charset=UTF-8' },
  body: look,
});

const money = (op: string, look: (raw: string) => void): Row => ({
  ...RESPONSE,
  kind: 'money-altered',
  with: { op },
  body: (bytes) => look(/"fund_pay_sumamt":("?-?[\d.e-]+"?)/.exec(bytes.toString('utf8'))?.[1] ?? ''),
});

const fundsOf = ({ output: { setlinfo } }: Envelope) => Number(setlinfo['fund_pay_sumamt']);
const othersOf = ({ output: { setlinfo } }: Envelope) =>
  Number(setlinfo['medfee_sumamt']) - Number(setlinfo['psn_part_amt']);

const other = (field: string, value: string): Row =>
  says('wrong-person', { field }, ({ output: { setlinfo } }) => expect(setlinfo[field]).toBe(value));

/** It is committed as it should be, and the answer says something else, or only a part of it. */
export const IN_THE_RESPONSE: readonly Row[] = [
  { ...RESPONSE, kind: 'answer-twice', seen: { ...WHOLE, heads: 2 } },
  says('wrong-msgid', undefined, (told) => expect(told.inf_refmsgid).toBe('000000190001010000000000000000')),
  says('wrong-msgid', { value: 'empty' }, (told) => expect(told.inf_refmsgid).toBe('')),
  says('wrong-msgid', { value: 'cut' }, (told) => expect(told.inf_refmsgid).toBe('4403002026')),
  other('psn_no', '44000000000000000000000000009999'),
  other('psn_name', '张三丰'),
  other('certno', '449900199001010017'),
  other('mdtrt_id', '440300G0000000000000000000'),
  says('wrong-person', { field: 'fixmedins_code' }, ({ infcode }) => expect(infcode).toBe(0)),
  says('money-altered', { op: 'cent' }, (told) => expect(fundsOf(told) - othersOf(told)).toBeCloseTo(0.01, 6)),
  money('scaled', (raw) => expect(raw).toMatch(/^\d+$/)),
  money('negative', (raw) => expect(raw).toMatch(/^-\d+\.\d\d$/)),
  money('exponent', (raw) => expect(raw).toMatch(/^\d+e-2$/)),
  money('bare', (raw) => expect(raw).toMatch(/^\d+(\.\d*[1-9])?$/)),
  money('text', (raw) => expect(raw).toMatch(/^"\d+\.\d\d"$/)),
  { ...HALF, kind: 'half-body', seen: { heads: 1, status: 200, body: 'part', end: 'fin' } },
  { ...HALF, kind: 'half-body', with: { how: 'rst' }, seen: { heads: 1, body: 'part', end: 'rst' } },
  { ...HALF, kind: 'chunk-cut', seen: { heads: 1, status: 200, body: 'part', end: 'fin' } },
  { ...HALF, kind: 'chunk-cut', with: { how: 'hold' }, seen: { heads: 1, body: 'part', end: 'open' } },
  { ...HALF, kind: 'reset', with: { part: 0.3 }, seen: { heads: 1, status: 200, body: 'part', end: 'rst' } },
  unreadable('no-brace', /^\{.*[^}]$|^\{.*\}[^}]*$/s),
  unreadable('trailing-comma', /,\}$/),
  unreadable('nan', /:NaN[,}]/),
  unreadable('single-quotes', /^\{'/),
  charset('gbk', (bytes) => expect(iconv.decode(bytes, 'gbk')).toContain('秦双慢')),
  charset('utf-16', (bytes) => expect(bytes.toString('utf16le')).toContain('秦双慢')),
  charset('bom', (bytes) => expect([...bytes.subarray(0, 4)]).toEqual([0xef, 0xbb, 0xbf, 0x7b])),
  charset('nul', (bytes) => expect(bytes.includes(0)).toBe(true)),
  charset('full-width', (bytes) => expect(bytes.toString('utf8')).toMatch(/[０-９]．[０-９]{2}/)),
  charset('four-byte', (bytes) => expect(envelopeIn(bytes).output.setlinfo['psn_name']).toBe('\u{2070E}\u{20BB7}')),
  {
    ...RESPONSE,
    kind: 'login-page',
    seen: { ...WHOLE, type: 'text/html;charset=UTF-8' },
    body: (bytes) => expect(envelopeIn(bytes).infcode).toBe(0),
  },
  says('odd-value', undefined, ({ output }) => expect(output.setlinfo['psn_type']).toBe('ZZ')),
  says('odd-value', { as: 'null', field: 'setl_id' }, ({ output }) => expect(output.setlinfo['setl_id']).toBeNull()),
  says('odd-value', { as: 'extra' }, ({ output }) => expect(output.exp_content_new).toBe('新字段')),
  says('huge-answer', { rows: 2_000 }, ({ output }) => expect(output.setldetail).toHaveLength(2_000)),
  { ...RESPONSE, kind: 'drip', with: { bytes: 200, gap: 1 }, body: (bytes) => void envelopeIn(bytes) },
  { ...RESPONSE, kind: 'keep-alive-killed', seen: { ...WHOLE, end: 'fin' }, body: (bytes) => void envelopeIn(bytes) },
  {
    ...RESPONSE,
    kind: 'keep-alive-killed',
    with: { how: 'rst', ms: 10 },
    seen: { ...WHOLE, end: 'rst' },
    body: (bytes) => void envelopeIn(bytes),
  },
  says('clock-skew', { seconds: -900 }, (told) => expect(told.respond_time).toMatch(/^202609010945/)),
];
