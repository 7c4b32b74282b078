import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { holding, json } from '../../support/remote-province.ts';
import { MSGID, remoteWindow, soon } from './remote-window.ts';

const at = remoteWindow();

describe('a place that does not answer', () => {
  it('in time leaves the outcome unknown, and known when the answer comes late: both are written down', async () => {
    await at.open({ timeoutMs: 100 });
    const { manner, letGo } = holding('answer');
    at.remote.treat('1107', manner);
    expect((await at.settle()).err_msg).toBe('[国家平台] 参保地无应答，结果未知，请发起冲正');
    expect(await at.rowsOf('1107')).toMatchObject([{ infcode: -1, refusal: 'insured-place-silent', via: 'remote' }]);
    letGo();
    await soon(() => at.effective(at.remote.nation, 'treatment').length === 1);
    expect(await at.rowsOf('1107')).toMatchObject([{ infcode: -1 }, { infcode: 0, via: 'remote' }]);
    expect((await at.settle()).err_msg).toBeNull();
  });

  it('in time, but within it, is waited for', async () => {
    await at.open({ timeoutMs: 2_000 });
    at.remote.treat('1107', async ({ answer }) => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      return json(await answer());
    });
    expect((await at.settle()).err_msg).toBeNull();
  });

  it('to a query is told to the caller, and its late answer is written down', async () => {
    await at.open({ timeoutMs: 100 });
    const { manner, letGo } = holding('answer');
    at.remote.treat('1106', manner);
    expect((await at.window.trial('B1', 1000)).err_msg).toBe('[国家平台] 参保地无应答，请稍后再试');
    letGo();
    await soon(() => at.remote.bodies.length === 2);
    expect(await at.rowsOf('1106')).toMatchObject([{ infcode: -1 }, { infcode: 0 }]);
  });

  it('because nobody listens there is known not to have got it: refused, and sent again when it is up', async () => {
    const port = await closedPort();
    await at.open();
    const state = (url: string) => ({ place: '610100', remote: { url, timeoutMs: 1_000 } });
    await at.remote.nation.add({ kind: 'place.put', state: state(`http://127.0.0.1:${port}/insured`) });
    expect((await at.settle()).err_msg).toBe('[国家平台] 参保地系统未连通（连接被拒绝），报文没有送达，请稍后再试');
    expect(at.remote.nation.world.store.reader.openLegOfVisit(at.window.mdtrt_id)).toBeUndefined();
    expect((await at.window.trial('B1', 1000)).err_msg).toContain('参保地系统未连通');
    await at.remote.nation.add({ kind: 'place.put', state: state('http://province.test/insured') });
    expect((await at.settle()).err_msg).toBeNull();
  });

  it('and is taken back by the operator leaves what is unknown to a reversal', async () => {
    await at.open({ timeoutMs: 100 });
    at.remote.treat('1107', () => new Promise(() => undefined));
    await at.settle();
    await at.remote.nation.add({ kind: 'place.put', state: { place: '610100' } });
    expect((await at.settle()).err_msg).toBe('[就医地 深圳市] 上一笔结算结果未知，请先冲正');
    expect((await at.window.reverse(MSGID, '2207')).err_msg).toBeNull();
  });

  it('to a reversal is asked for the same reversal again', async () => {
    await at.open({ timeoutMs: 100 });
    await at.settle();
    at.remote.treat('1301', () => new Promise(() => undefined));
    expect((await at.window.reverse(MSGID, '2207', 'REV1')).err_msg).toBe(
      '[国家平台] 参保地无应答，结果未知，请用同一报文号 msgid 重发',
    );
    at.remote.treat('1301', undefined);
    expect((await at.window.reverse(MSGID, '2207', 'REV1')).err_msg).toBeNull();
    const [first, second] = at.remote.relayed.filter(({ infno }) => infno === '1301');
    expect(second?.msgid).toBe(first?.msgid);
    expect(at.effective(at.remote.province, 'insured')).toEqual([]);
  });
});

const closedPort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
