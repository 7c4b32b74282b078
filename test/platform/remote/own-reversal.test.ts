import { describe, expect, it } from 'vitest';
import { askRemote } from '../../../src/platform/remote/ask-remote.ts';
import { nationalClaim } from '../../support/national-claim.ts';
import { holding, json } from '../../support/remote-province.ts';
import { openTestWorld } from '../../support/world.ts';
import { MSGID, remoteWindow, soon } from './remote-window.ts';

const at = remoteWindow();

describe('a reversal by the national node itself', () => {
  const autoReverse = { settings: { autoReverse: true }, timeoutMs: 100 };

  it('undoes what was not answered in time, and the caller is told', async () => {
    await at.open(autoReverse);
    const { manner, letGo } = holding('answer');
    at.remote.treat('1107', manner);
    expect((await at.settle()).err_msg).toBe('[国家平台] 参保地无应答，国家平台已自动冲正，请用新报文号重新发起');
    expect(at.effective(at.remote.province, 'insured')).toEqual([]);
    expect((await at.settle()).err_msg).toBe('[就医地 深圳市] 原报文已冲正，请用新报文号');
    // The late success is that of what is undone: it is undone once more, and nothing is settled here.
    letGo();
    await soon(() => at.remote.relayed.filter(({ infno }) => infno === '1301').length === 2);
    at.remote.treat('1107', undefined);
    expect((await at.window.settle('B1', 1000)).err_msg).toBeNull();
    expect(at.effective(at.remote.province, 'insured')).toHaveLength(1);
    expect(await at.rowsOf('1301')).toMatchObject([{ infcode: 0 }, { infcode: 0 }]);
  });

  it('is good as well where the place never got the message, and refuses it when it comes', async () => {
    await at.open(autoReverse);
    const { manner, letGo } = holding('message');
    at.remote.treat('1107', manner);
    expect((await at.settle()).err_msg).toContain('国家平台已自动冲正');
    letGo();
    await soon(() => at.remote.bodies.length === 3);
    expect(at.effective(at.remote.province, 'insured')).toEqual([]);
  });

  it('that is not answered either leaves the leg to a reversal, and nothing else settles it', async () => {
    await at.open(autoReverse);
    const { manner, letGo } = holding('answer');
    at.remote.treat('1107', manner);
    at.remote.treat('1301', () => new Promise(() => undefined));
    expect((await at.settle()).err_msg).toBe('[国家平台] 参保地无应答，结果未知，请发起冲正');
    letGo();
    await soon(() => at.remote.bodies.length === 2);
    at.remote.treat('1107', undefined);
    expect((await at.settle()).err_msg).toBe('[就医地 深圳市] 上一笔结算结果未知，请先冲正');
    expect(at.effective(at.remote.nation, 'treatment')).toEqual([]);
    at.remote.treat('1301', undefined);
    expect((await at.window.reverse(MSGID, '2207')).err_msg).toBeNull();
    expect(at.effective(at.remote.province, 'insured')).toEqual([]);
  });

  it('is told to a province that settles at the national door, whose msgid is spent then', async () => {
    await at.open(autoReverse);
    const { psn_no } = at.window;
    const claim = nationalClaim({
      psn_no, insutype: '310', fixmedins_code: 'H44030099001', mdtrtarea: '440300', insuplc: '610100',
      mdtrtsn: 'N1', mdtrt_regno: at.window.mdtrt_id, dise_codg: 'M03900', card_no: 'K99000001',
      now: '2026-09-01 10:00:00',
    }); // prettier-ignore
    at.remote.treat('1107', () => new Promise(() => undefined));
    const send = () => at.remote.nation.national('1107', claim, { msgid: 'N1' });
    expect((await send()).err_msg).toContain('国家平台已自动冲正');
    expect((await send()).err_msg).toBe('[国家平台] 原报文已冲正，请用新报文号');
  });
});

describe('a reversal that is due when the process ends', () => {
  it('is sent at the next start', async () => {
    await at.open({ timeoutMs: 100 });
    const { manner, letGo } = holding('answer');
    at.remote.treat('1107', manner);
    await at.settle();
    // The place does not find it yet, and settles it all the same.
    const never = JSON.stringify({ infcode: -1, err_msg: '原交易不存在', output: null });
    at.remote.treat('1301', () => json(never));
    expect((await at.window.reverse(MSGID, '2207')).err_msg).toBeNull();
    at.remote.treat('1301', () => new Promise(() => undefined));
    letGo();
    await soon(() => at.remote.relayed.filter(({ infno }) => infno === '1301').length === 2);
    expect(at.effective(at.remote.province, 'insured')).toHaveLength(1);

    const { store } = at.remote.nation.world;
    at.remote.treat('1301', undefined);
    const ended = new AbortController();
    const restarted = await openTestWorld({ store, askRemote: askRemote({ now: () => 0 }, ended.signal) });
    await soon(() => at.effective(at.remote.province, 'insured').length === 0);
    await soon(() => restarted.world.store.reader.legsInState('done').some(({ outer }) => outer.infno === '1301'));
    ended.abort();
    expect(restarted.defects).toEqual([]);
  });
});
