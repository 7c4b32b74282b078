import { describe, expect, it } from 'vitest';
import type { Output as Qualified } from '../../../src/platform/transactions/hospital/5301-qualifications/wire.gen.ts';
import { isSignedWith } from '../../../src/platform/wire/relay-signature.ts';
import { json, otherInfo } from '../../support/remote-province.ts';
import { openWindow } from '../../support/window.ts';
import { remoteWindow } from './remote-window.ts';

const at = remoteWindow();

const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

describe('an insured place that is a system of its own', () => {
  it('is asked by the same message and settles: in its own book, while ours has none', async () => {
    await at.open();
    const settled = await at.settle();
    expect(settled.err_msg).toBeNull();
    const [own] = at.effective(at.remote.province, 'insured');
    expect(own?.setl_id).toBe(settled.output.setlinfo.setl_id);
    expect(at.effective(at.remote.nation, 'national')).toHaveLength(1);
    expect(at.effective(at.remote.nation, 'insured')).toEqual([]);
    expect(at.remote.relayed.map(({ infno }) => infno)).toEqual(['1005', '1107']);
  });

  it('gets the envelope of the national node and an input by its table', async () => {
    await at.open();
    await at.settle();
    const body = JSON.parse(at.remote.relayed[1]?.body ?? '') as Record<string, unknown>;
    expect(body).toMatchObject({
      infno: '1107',
      msgid: expect.stringMatching(/^440000\d{24}$/) as unknown,
      mdtrtarea_admvs: '440300',
      insuplc_admdvs: '610100',
      inf_time: '2026-09-01 10:00:00',
      input: { data: { psn_no: at.window.psn_no, medfee_sumamt: 1000, begntime: '2026-09-01 10:00:00' } },
    });
    expect(at.remote.relayed[1]?.body).toContain('"medfee_sumamt":1000.00,');
    expect(at.remote.relayed[1]?.headers.get('x-kuasheng-signature')).toBeNull();
  });

  it('answers queries too: trials and qualifications', async () => {
    await at.open();
    expect((await at.window.trial('B1', 1000)).infcode).toBe(0);
    const { output } = await at.window.call<Qualified>('5301', { data: { psn_no: at.window.psn_no } });
    expect(output.feedetail).toHaveLength(2);
    expect(at.remote.relayed.map(({ infno }) => infno)).toEqual(['1005', '1106', '1406']);
    expect(await at.rowsOf('1406')).toMatchObject([{ via: 'remote', infcode: 0, door: 'insured' }]);
  });

  it('is written down: journal row, breaches of its table, both sides as they went over the wire', async () => {
    await at.open();
    at.remote.treat('1107', otherInfo({ gend: '男性的' }));
    await at.settle();
    const [row] = await at.rowsOf('1107');
    expect(row).toMatchObject({ via: 'remote', hop: 2, infcode: 0, msgid: at.remote.relayed[1]?.msgid });
    expect(row?.violations).toContain('output.setlinfo.gend:codes');
    const kept = at.remote.bodies.find(({ seq }) => seq === row?.seq);
    expect(textOf(kept?.request)).toBe(at.remote.relayed[1]?.body);
    expect(textOf(kept?.answer)).toContain('男性的');
  });

  it('passes on its refusal under its own name, and the message may be sent again', async () => {
    await at.open();
    const text = '该参保人欠费，暂停待遇';
    at.remote.treat('1107', () => json(JSON.stringify({ infcode: '-1', err_msg: text, output: null })));
    expect((await at.settle()).err_msg).toBe(`[参保地 西安市] ${text}`);
    expect(await at.rowsOf('1107')).toMatchObject([{ infcode: -1, err_msg: `[参保地 西安市] ${text}` }]);
    at.remote.treat('1107', undefined);
    expect((await at.settle()).err_msg).toBeNull();
  });

  it('of the same province is asked by the treatment place directly, which then speaks for it', async () => {
    await at.open({ place: '440000', timeoutMs: 100 });
    const own = await openWindow(at.remote.nation, {
      persona: 'guangzhou-fund-civil-servant',
      med_type: '11',
      institution: 'H44030099001',
    });
    await own.upload('B1', 100);
    at.remote.treat('1107', () => new Promise(() => undefined));
    expect((await own.settle('B1', 100)).err_msg).toBe('[就医地 深圳市] 参保地无应答，结果未知，请发起冲正');
  });
});

describe('a signature', () => {
  it('is demanded by a province that has agreed on a key', async () => {
    await at.open({ key: 'secret' });
    expect((await at.settle()).err_msg).toBeNull();
    const { headers, body } = at.remote.relayed[1] ?? { headers: new Headers(), body: '' };
    const header = (name: string) => headers.get(name) ?? undefined;
    expect(isSignedWith('secret', header, new TextEncoder().encode(body))).toBe(true);
    expect(isSignedWith('other', header, new TextEncoder().encode(body))).toBe(false);
    expect(isSignedWith('secret', header, new TextEncoder().encode(`${body} `))).toBe(false);
  });

  it('that does not fit is refused', async () => {
    await at.open({ key: 'secret' });
    await at.remote.nation.add({
      kind: 'place.put',
      state: { place: '610100', remote: { url: 'http://province.test/insured', timeoutMs: 1_000, key: 'wrong' } },
    });
    expect((await at.settle()).err_msg).toContain('签名不符');
  });
});
