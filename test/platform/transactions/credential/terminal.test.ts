import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkCharacter } from '../../../../src/kernel/identity-number.ts';
import type { Shown } from '../../../../src/platform/domain/e-credential/shown.ts';
import { openCode, tokenFor } from '../../../support/phone.ts';
import { HOSPITAL, openTestWorld, type TestWorld } from '../../../support/world.ts';

/** The terminal 综合服务终端: face, identity card, screen; and the comparison of a token. */

const WHO = 'xian-worker-hypertension-diabetes';
const OTHER = 'H44030099002';
const first17 = '11010519491231002';
/** A number that a real person could have. */
const REAL = first17 + checkCharacter(first17);
let world: TestWorld;

beforeEach(async () => {
  world = await openTestWorld();
});

afterEach(async () => {
  await world.close();
  expect(world.defects).toEqual([]);
});

const stand = (more: Partial<Shown> = {}) =>
  openCode(world, WHO, { code: 'face', medium: 'face', at: HOSPITAL, ...more });
const authorise = (outBizNo: string) => world.credential('cn.nhsa.ec.auth', { outBizNo, extData: 'x' });
const exchange = (outBizNo: string, authNo: string, orgId = HOSPITAL) =>
  world.credential('cn.nhsa.auth.check', { outBizNo, authNo }, { orgId });

describe('a face', () => {
  it('becomes an authorisation, that an identity with a token, the same when asked again', async () => {
    await stand();
    const { data } = await authorise('B1');
    expect(data).toEqual({
      authNo: expect.stringMatching(/^AUTH\d{20}440300$/) as string,
      outBizNo: 'B1',
      extData: 'x',
    });
    const told = await exchange('B1', data.authNo);
    expect(told.data).toMatchObject({ userName: world.persona(WHO).psn_name, authNo: data.authNo });
    expect((await exchange('B1', data.authNo)).data.ecToken).toBe(told.data.ecToken);
  });

  it('serves once, and a business number too', async () => {
    expect((await authorise('B1')).message).toContain('终端前没有人');
    await stand();
    expect((await authorise('B1')).code).toBe(0);
    expect((await authorise('B2')).message).toContain('终端前没有人');
    expect((await authorise('B1')).message).toContain('业务流水号 outBizNo（B1）已用过');
  });

  it('is gone when the person cancels: code -2', async () => {
    await stand({ cancels: true });
    expect(await authorise('B1')).toMatchObject({ code: -2, message: '[电子凭证] 用户取消' });
    expect((await authorise('B1')).message).toContain('终端前没有人');
  });

  it('authorises one institution, one business, for five minutes', async () => {
    await stand();
    const { authNo } = (await authorise('B1')).data;
    expect((await exchange('B2', authNo)).message).toContain('没有该刷脸授权');
    expect((await exchange('B1', authNo, OTHER)).message).toContain('没有该刷脸授权');
    expect((await exchange('B1', 'AUTH0')).message).toContain('没有该刷脸授权');
    world.setClock('2026-09-01 10:05:00');
    expect((await exchange('B1', authNo)).message).toContain('该刷脸授权已于 2026-09-01 10:05:00 失效');
  });
});

describe('an identity card on the terminal', () => {
  it('gives an identity and no token', async () => {
    expect((await world.credential('cn.nhsa.cert.get', {})).message).toContain('终端上没有身份证');
    await openCode(world, WHO, { code: 'card', medium: 'identity-card', at: HOSPITAL });
    const { data } = await world.credential('cn.nhsa.cert.get', {});
    expect(data).toMatchObject({ idNo: world.persona(WHO).certno, idType: '01' });
    expect(data).not.toHaveProperty('ecToken');
  });

  it('is never looked up where a real person could have the number', async () => {
    const read = (idNo: string) => world.credential('cn.nhsa.cert.get', { idNo });
    expect((await read(world.persona(WHO).certno)).code).toBe(0);
    expect((await read(REAL)).message).toContain('基本信息为空');
  });
});

describe('the screen', () => {
  it('shows what it is told, numbers of real persons masked', async () => {
    const told = { outBizNo: 'B1', medicalSettleState: 'SUCCESS', totalFee: '12.30', idNo: REAL };
    expect((await world.credential('cn.nhsa.settle.notify', told)).data).toEqual({ outBizNo: 'B1', extData: null });
    await world.credential('cn.nhsa.settle.notify', { ...told, medicalSettleState: 'FAIL' }, { orgId: OTHER });
    const [last, first] = world.world.store.reader.terminalNotices(5);
    expect(last).toMatchObject({ fixmedins_code: OTHER, state: 'FAIL' });
    expect(first).toMatchObject({ fixmedins_code: HOSPITAL, state: 'SUCCESS', shown: { totalFee: 1230 } });
    expect(first?.shown['idNo']).toBe('110105************');
  });

  it('knows two states', async () => {
    const answer = await world.credential('cn.nhsa.settle.notify', { outBizNo: 'B1', medicalSettleState: 'OK' });
    expect(answer.message).toContain('结算状态 medicalSettleState（OK）应为 SUCCESS 或 FAIL');
  });
});

describe('localEcTokenCheck', () => {
  it('says 1 for the person of a living token of this institution, else 0', async () => {
    const ecToken = await tokenFor(world, WHO);
    const { certno, psn_name } = world.persona(WHO);
    const flag = async (data: object, orgId = HOSPITAL) =>
      (await world.credential('localEcTokenCheck', { ecToken, idNo: certno, ...data }, { orgId })).data.flag;
    expect(await flag({ userName: psn_name })).toBe('1');
    expect(await flag({ userName: '别人' })).toBe('0');
    expect(await flag({ idNo: world.persona('nanjing-worker-no-card').certno })).toBe('0');
    expect(await flag({}, OTHER)).toBe('0');
    world.setClock('2026-09-01 10:30:00');
    expect(await flag({})).toBe('0');
  });
});
