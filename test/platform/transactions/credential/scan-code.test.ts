import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openCode } from '../../../support/phone.ts';
import { HOSPITAL, openTestWorld, type TestWorld } from '../../../support/world.ts';

/** ec.query and cn.nhsa.qrcode.get: the code that a scanner read. */

const WHO = 'xian-worker-hypertension-diabetes';
let world: TestWorld;

beforeEach(async () => {
  world = await openTestWorld();
});

afterEach(async () => {
  await world.close();
  expect(world.defects).toEqual([]);
});

const scan = (ecQrCode?: string, transType = 'ec.query') =>
  world.credential(transType, { businessType: '01301', operatorId: 'S001', ecQrCode });

describe.each(['ec.query', 'cn.nhsa.qrcode.get'])('%s', (transType) => {
  it('tells who it is, and a token of the usual form', async () => {
    const { certno, psn_name } = world.persona(WHO);
    const answer = await scan(await openCode(world, WHO), transType);
    expect(answer).toMatchObject({ code: 0, orgId: HOSPITAL, extra: '' });
    expect(answer.data).toMatchObject({ idNo: certno, idType: '01', userName: psn_name, insuOrg: '610100' });
    expect(answer.data.ecToken).toMatch(/^610000ec[0-9a-z]{30}$/);
    expect(answer.data.ecIndexNo).toMatch(/^[0-9A-F]{32}$/);
  });
});

describe('a code', () => {
  it('serves once, however many scanners read it at the same time', async () => {
    const code = await openCode(world, WHO);
    const answers = await Promise.all(Array.from({ length: 20 }, () => scan(code)));
    expect(answers.filter((answer) => answer.code === 0)).toHaveLength(1);
    const [no] = answers.filter((answer) => answer.code !== 0);
    expect(no).toMatchObject({
      code: -1,
      message: '[电子凭证] 该二维码已于 2026-09-01 10:00:00 使用，一个码只能用一次，请刷新后重新扫码',
      data: null,
    });
  });

  it('lives one minute of the workspace’s clock', async () => {
    const [first, second] = [await openCode(world, WHO), await openCode(world, WHO)];
    world.setClock('2026-09-01 10:01:00');
    expect((await scan(first)).code).toBe(0);
    world.setClock('2026-09-01 10:01:01');
    expect((await scan(second)).message).toContain('已于 2026-09-01 10:01:00 失效');
  });

  it('is refused before its time, and of another issuer', async () => {
    const from = world.world.clock.now() + 60_000;
    const early = await openCode(world, WHO, { from, until: from + 60_000 });
    expect((await scan(early)).message).toContain('该二维码自 2026-09-01 10:01:00 起有效');
    const foreign = await openCode(world, WHO, { otherIssuer: true });
    expect((await scan(foreign)).message).toContain('请使用医保电子凭证二维码：该码不是国家医保局发的');
    world.setClock('2026-09-01 10:01:00');
    expect((await scan(early)).code).toBe(0);
  });

  it('may be held before the scanner instead of being sent', async () => {
    expect((await scan()).message).toContain('没有读到二维码');
    await openCode(world, WHO, { at: 'H44030099002' });
    expect((await scan()).message).toContain('没有读到二维码');
    await openCode(world, WHO, { at: HOSPITAL });
    expect((await scan()).data.userName).toBe(world.persona(WHO).psn_name);
    expect((await scan()).message).toContain('没有读到二维码');
  });

  it('of the family gives the identity of whom it was opened for', async () => {
    const { psn_no } = world.persona('nanjing-worker-no-card');
    const { data } = await scan(await openCode(world, WHO, { shownBy: psn_no }));
    expect(data.userName).toBe(world.persona(WHO).psn_name);
    expect(JSON.parse(data.extData)).toEqual({ familyCode: '1' });
  });
});

describe('what is no 医保码', () => {
  it.each([
    [`${'0'.repeat(63)}A`, '出示的是电子健康码，请打开医保码后重新扫码'],
    [`${'0'.repeat(63)}A:1:2026`, '出示的是电子健康码，请打开医保码后重新扫码'],
    ['134567890123456789', '出示的是付款码'],
    ['281234567890123456', '出示的是付款码'],
    ['12345', '医保码为 28 位数字，扫到 5 个字符'],
    ['9'.repeat(28), '该码不存在'],
  ])('%s', async (code, text) => {
    const answer = await scan(code);
    expect(answer.code).toBe(-1);
    expect(answer.message).toContain('请使用医保电子凭证二维码');
    expect(answer.message).toContain(text);
  });
});

describe('the envelope', () => {
  it('gives back extra, and takes orgId from data', async () => {
    const ecQrCode = await openCode(world, WHO);
    const extra = { a: [1, '二'] };
    const answer = await world.credential('ec.query', { orgId: HOSPITAL, ecQrCode }, { orgId: undefined, extra });
    expect(answer).toMatchObject({ code: 0, orgId: HOSPITAL, extra });
    const data = JSON.stringify({ orgId: HOSPITAL });
    expect(await world.credential('ec.query', {}, { orgId: undefined, data })).toMatchObject({ orgId: HOSPITAL });
  });

  it('takes data as JSON text', async () => {
    const ecQrCode = await openCode(world, WHO);
    expect((await world.credential('ec.query', JSON.stringify({ ecQrCode }))).code).toBe(0);
  });

  it('writes data as text where the workspace is set so', async () => {
    const other = await openTestWorld({ settings: { ecData: 'text' } });
    const ecQrCode = await openCode(other, WHO);
    const { data } = await other.credential('ec.query', { ecQrCode });
    expect(JSON.parse(data as unknown as string)).toMatchObject({ idType: '01', ecQrCode });
    await other.close();
  });

  it.each([
    [{ orgId: '' }, '缺少机构编号 orgId'],
    [{ orgId: 'H99999999999' }, '机构编号 orgId（H99999999999）未登记'],
    [{ transType: 'cn.nhsa.unknown' }, '没有接口类型 transType（cn.nhsa.unknown），可用 ec.query、cn.nhsa.qrcode.get'],
    [{ transType: undefined }, '没有接口类型 transType（空）'],
  ])('%j', async (envelope, text) => {
    const answer = await world.credential('ec.query', {}, envelope);
    expect(answer.code).toBe(-1);
    expect(answer.message).toContain(text);
  });

  it('names what is missing by the door’s own names, and a type of business that is none', async () => {
    expect((await world.credential('cn.nhsa.ec.auth', {})).message).toContain('data.outBizNo（业务流水号）');
    const wrong = await world.credential('ec.query', { businessType: '99999' });
    expect(wrong.message).toContain('用码业务类型 businessType（99999）不存在，可用 01101、');
  });

  it('keeps the exchange in the journal', async () => {
    await scan(await openCode(world, WHO));
    await world.world.queue.idle();
    expect(world.world.store.reader.journal(1)[0]).toMatchObject({
      door: 'credential',
      infno: 'ec.query',
      sender: HOSPITAL,
      infcode: 0,
      psn_no: world.persona(WHO).psn_no,
      writes: ['shown.put', 'ec-token.put', 'message.remember'],
    });
  });
});
