import { describe, expect, it } from 'vitest';
import type { VoucherRow } from '../../../../src/platform/cli/voucher/words.ts';
import { HOSPITAL, openCounter, type Counter } from '../counter.ts';
import { settle } from '../settle.ts';

const counter = openCounter();
let serial = 0;

type Made = {
  readonly infno: string;
  readonly upldBchno: string;
  readonly bizStsb: string;
  readonly input: object;
  readonly files: readonly { readonly name: string; readonly base64: string }[];
  readonly vouchers: readonly { readonly name: string; readonly qr: string }[];
};

const send = async ({ post }: Counter, infno: string, input: object) => {
  const msgid = `${HOSPITAL}20260901110000${String((serial += 1)).padStart(4, '0')}`;
  const response = await post(`/fsi/api/${infno}`, { infno, msgid, input });
  return (await response.json()) as { infcode: number; err_msg: string | null; output: unknown };
};

const made = async (form: object): Promise<Made> => {
  const { status, json } = await counter.control<Made>('POST', '/_sandbox/vouchers/make', form);
  expect(status).toBe(200);
  return json;
};

const pathOf = (one: Made) => `/_sandbox/vouchers/${HOSPITAL}/${one.vouchers[0]?.name ?? ''}`;
const mark = (one: Made, as: string) =>
  counter.control<{ voucher?: VoucherRow; message?: string }>('POST', `${pathOf(one)}/mark`, { mark: as });

describe('vouchers by the control API', () => {
  it('are made, uploaded, checked by the clock, reimbursed and verified', async () => {
    const { setl_id } = await settle(counter);
    const one = await made({ settlements: [setl_id] });
    expect((await send(counter, one.infno, one.input)).infcode).toBe(0);
    const asked = { fixmedinsCode: HOSPITAL, fixmedinsName: '样张医院' };
    const result = () => send(counter, '4902', { ...asked, bizStsb: one.bizStsb, upldBchno: one.upldBchno });
    expect((await result()).output).toMatchObject([{ chkRslt: '0' }]);
    await counter.control('POST', '/_sandbox/clock/advance', { to: '2026-09-01 10:00:05' });
    expect((await result()).output).toMatchObject([{ chkRslt: '1', ftfileSavRslt: '1', savFaleRea: null }]);

    const shown = await counter.control<{ voucher: VoucherRow }>('GET', pathOf(one));
    expect(shown.json.voucher).toMatchObject({ state: 'normal', reimFlag: '0', setlId: setl_id });
    const verified = await counter.control<{ verdict: string }>(
      'GET',
      `/_sandbox/vouchers/verify?text=${encodeURIComponent(one.vouchers[0]?.qr ?? '')}`,
    );
    expect(verified.json.verdict).toBe('right');

    const file = await counter.request(`${pathOf(one)}/file`);
    expect(file.headers.get('content-type')).toBe('application/ofd');
    const sent = one.files.find(({ name }) => name.endsWith('.ofd'))?.base64;
    expect(Buffer.from(await file.arrayBuffer()).toString('base64')).toBe(sent);

    expect((await mark(one, 'reimbursed')).json.message).toBe('凭证没有在申请报销，请先登记申请');
    expect((await mark(one, 'applying')).json.voucher).toMatchObject({ reimFlag: '2' });
    expect((await mark(one, 'reversed')).json.message).toBe('凭证已申请或已报销，不能冲红');
    expect((await mark(one, 'reimbursed')).json.voucher).toMatchObject({ reimFlag: '1' });
    const [code, no] = one.vouchers[0]?.name.split('-') ?? [];
    const status = { ...asked, elecSetlCertCode: code, elecSetlCertNo: no, elecSetlCertType: '1' };
    expect((await send(counter, '5501', status)).output).toMatchObject({ reimFlag: '1', rhredFlag: '0' });
    const listed = await counter.control<{ vouchers: VoucherRow[] }>('GET', '/_sandbox/vouchers');
    expect(listed.json.vouchers).toHaveLength(1);
    const none = await counter.control<{ vouchers: VoucherRow[] }>('GET', '/_sandbox/vouchers?institution=H1');
    expect(none.json.vouchers).toEqual([]);
    expect(counter.defects).toEqual([]);
  });

  it('are compared with a snapshot by what they are, files by their bytes', async () => {
    type Tables = { readonly tables: readonly { table: string; added: number; changed: number; rows: object[] }[] };
    const tables = async (): Promise<Map<string, Tables['tables'][number]>> => {
      const { json } = await counter.control<Tables>('GET', '/_sandbox/snapshots/before/diff');
      return new Map(json.tables.map((row) => [row.table, row]));
    };
    await counter.control('POST', '/_sandbox/snapshots', { name: 'before' });
    expect((await tables()).get('voucher_file')).toBeUndefined();
    const { setl_id } = await settle(counter);
    const one = await made({ settlements: [setl_id], kind: 'self-pay' });
    expect((await send(counter, one.infno, one.input)).infcode).toBe(0);
    const file = (await tables()).get('voucher_file');
    expect(file).toMatchObject({ added: 1, changed: 0 });
    expect(file?.rows).toMatchObject([{ after: { bytes: expect.stringMatching(/^\d+ bytes$/) as string } }]);
  });

  it('says in Chinese what it cannot do', async () => {
    const unknown = await counter.control<{ message: string }>('POST', '/_sandbox/vouchers/make', {
      settlements: ['X'],
    });
    expect([unknown.status, unknown.json.message]).toEqual([422, '没有结算 X']);
    await counter.sandbox().create('other');
    const { setl_id } = await settle(counter, undefined, '/w/other');
    const ask = (form: object) =>
      counter.control<{ message: string }>('POST', '/w/other/_sandbox/vouchers/make', {
        settlements: [setl_id],
        ...form,
      });
    const broken = await ask({ broken: 'nothing' });
    expect(broken.json.message).toBe('没有错误情形 nothing');
    expect((await ask({ again: true })).json.message).toContain('还没有用 4901 上传');
    expect((await ask({ kind: 'red' })).json.message).toContain('没有已校验通过的凭证');
    const nobody = await counter.control<{ message: string }>('GET', `/_sandbox/vouchers/${HOSPITAL}/1-2`);
    expect([nobody.status, nobody.json.message]).toEqual([404, `没有机构 ${HOSPITAL} 的凭证 1-2`]);
    const cases = await counter.control<{ cases: { name: string }[] }>('GET', '/_sandbox/vouchers/cases');
    expect(cases.json.cases.length).toBeGreaterThan(40);
  });
});
