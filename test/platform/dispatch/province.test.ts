import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nationalClaim, NATIONAL_INPUTS } from '../../support/national-claim.ts';
import { valuesOf } from '../../support/play-catalogue.ts';
import type { Values } from '../../support/example-of.ts';
import { HOSPITAL, openTestWorld, sendDecoded, signedInAs, type TestWorld } from '../../support/world.ts';

/** A province at the national door: who it is, and for whom it may speak. */

let world: TestWorld;
let own: Values;

beforeEach(async () => {
  world = await openTestWorld();
  own = { ...valuesOf(world, 'nanjing-worker-rheumatoid', HOSPITAL), mdtrtarea: '440300', dise_codg: 'M06900' };
});

afterEach(() => world.close());

const signingIn = async (headers: Record<string, string>) => {
  const value = { infno: '1406', msgid: 'Q1', input: NATIONAL_INPUTS['1406']?.(own) };
  return (await sendDecoded(world.world, 'national', { ok: true, value }, headers)).err_msg;
};

describe('a province that signs in', () => {
  it('names itself and its key by HTTP Basic', async () => {
    expect(await signingIn(signedInAs('440000'))).toBeNull();
    expect(await signingIn(signedInAs('440000', 'another'))).toContain('广东省（440000）的密钥不符');
    expect(await signingIn(signedInAs('440300'))).toContain('省级区划 440300 不存在');
    expect(await signingIn(signedInAs('990000'))).toContain('省级区划 990000 不存在');
    expect(await signingIn({})).toContain('未登录：请在请求头 Authorization');
    expect(await signingIn({ authorization: 'Bearer x' })).toContain('未登录');
    expect(await signingIn({ authorization: 'Basic AAAA' })).toContain('未登录');
  });

  it('has the key that its workspace gave it', async () => {
    const strict = await openTestWorld({ settings: { provinceKeys: { '440000': 'secret' } } });
    const ask = (key: string) => {
      const value = { infno: '1406', msgid: 'Q1', input: NATIONAL_INPUTS['1406']?.(own) };
      return sendDecoded(strict.world, 'national', { ok: true, value }, signedInAs('440000', key));
    };
    expect((await ask('secret')).infcode).toBe(0);
    expect((await ask('kuasheng-440000')).infcode).toBe(-1);
    await strict.close();
  });
});

describe('a province as 就医省', () => {
  it('speaks for its own places and institutions alone', async () => {
    const elsewhere = await world.national('1107', nationalClaim({ ...own, mdtrtsn: 'N1' }), {}, '110000');
    expect(elsewhere.err_msg).toContain('[国家平台] 就医地统筹区 mdtrtarea（440300）不属于北京市');

    const abroad = nationalClaim({ ...own, mdtrtarea: '110000', mdtrtsn: 'N1' });
    expect((await world.national('1107', abroad)).err_msg).toContain(`机构 fixmedins_code（${HOSPITAL}）不在北京市`);
    expect(world.world.store.reader.settlementsByVisitNumber('national', 'N1')).toEqual([]);
  });

  it('is the sender of what it sends, whatever else the message says', async () => {
    await world.national('1107', nationalClaim({ ...own, mdtrtsn: 'N2' }), { msgid: 'M2' });
    expect(world.world.store.reader.settlementsByMessage('national', '440000', '1107', 'M2')).toHaveLength(1);
  });
});
