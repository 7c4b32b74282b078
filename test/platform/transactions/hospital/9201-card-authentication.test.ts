import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { must } from '../../../../src/kernel/assert.ts';
import { cardAccepts, cardChallenge, cardProof, type CardKeyed } from '../../../../src/kernel/card-authentication.ts';
import type { Output } from '../../../../src/platform/transactions/hospital/9201-card-authentication/wire.gen.ts';
import { HOSPITAL, openTestWorld, type TestWorld } from '../../../support/world.ts';

/** 9201: a card is read at a window whose readers have no PSAM. */

const WINDOW = 'H44030099004';
let world: TestWorld;

beforeEach(async () => {
  world = await openTestWorld();
});

afterEach(async () => {
  await world.close();
  expect(world.defects).toEqual([]);
});

const holder = (persona = 'nanjing-worker-rheumatoid') => {
  const { card, certno, psn_name } = world.persona(persona);
  must(card, 'the persona has a card');
  return { card, read: { card_no: card.card_no, ssn: certno, psn_name } };
};

const send = (data: object, fixmedins_code = WINDOW) => world.call<Output>('9201', { data }, { fixmedins_code });

const NOTHING = { auth_sn: '', intl_auth_data: '', extl_auth_data: '' };

/** The first step of a reader that holds the card. */
const begin = async (card: CardKeyed, more: object = {}) => {
  const challenge = cardChallenge(card, '1');
  const answer = await send({
    auth_step: '1', issu_admdvs: card.card_sn.slice(0, 6), card_atr: '3B', algo_flag: '03', card_sn: card.card_sn,
    intl_auth_fctr: challenge.internalFactor, intl_auth_info: challenge.internalInfo,
    extl_auth_fctr: challenge.externalFactor, extl_auth_info: challenge.externalInfo, ...more,
  }); // prettier-ignore
  const { auth_sn, intl_auth_data, extl_auth_data } = (answer.output as typeof answer.output | null)?.data ?? NOTHING;
  return { challenge, answer, auth_sn, data: { internal: intl_auth_data ?? '', external: extl_auth_data ?? '' } };
};

type Begun = Awaited<ReturnType<typeof begin>>;

/** The second step: what the card in the reader says now. */
const finish = (
  { challenge, auth_sn, data }: Begun,
  card: CardKeyed,
  read: ReturnType<typeof holder>['read'],
  more: object = {},
) =>
  send({
    auth_step: '2', auth_sn, card_sn: card.card_sn, ...read,
    card_proof: cardProof(card, challenge, data, read), ...more,
  }); // prettier-ignore

describe('9201', () => {
  it('authenticates a card of another province over 1903 and 1904', async () => {
    const { card, read } = holder();
    const begun = await begin(card);
    expect(cardAccepts(card, begun.challenge, begun.data)).toBe(true);
    const checked = await finish(begun, card, read);
    expect(checked.output.data).toMatchObject({ auth_sn: begun.auth_sn, insuplc: '320100' });
    await world.world.queue.idle();
    const hops = world.world.store.reader.journal(10).filter(({ hop }) => hop > 0);
    expect(hops.map(({ door, infno }) => `${door}/${infno}`).sort()).toEqual(['national/1903', 'national/1904']);
  });

  it('asks nobody about a card of the own province', async () => {
    const { card, read } = holder('shenzhen-worker-thalassemia');
    expect((await finish(await begin(card), card, read)).output.data.insuplc).toBe('440300');
    await world.world.queue.idle();
    expect(world.world.store.reader.journal(10).filter(({ hop }) => hop > 0)).toEqual([]);
  });

  it('refuses a forged card: it has no right key', async () => {
    const { card, read } = holder();
    const forged = { card_sn: card.card_sn, secret: 'copied' };
    const begun = await begin(forged);
    expect(cardAccepts(forged, begun.challenge, begun.data)).toBe(false);
    expect((await finish(begun, forged, read)).err_msg).toContain('卡内部认证未通过');
    // Its answer is used up: nobody tries again and again.
    expect((await finish(begun, card, read)).err_msg).toContain('认证流水号 auth_sn 已用过');
  });

  it('refuses a card that was swapped between the steps, and read data that were changed', async () => {
    const { card, read } = holder();
    const other = holder('xian-acceptance-worker');
    expect((await finish(await begin(card), other.card, other.read)).err_msg).toContain('两步读的不是同一张卡');
    const begun = await begin(card);
    const proof = cardProof(card, begun.challenge, begun.data, read);
    const changed = await finish(begun, card, { ...read, psn_name: '别人' }, { card_proof: proof });
    expect(changed.err_msg).toContain('卡内部认证未通过');
  });

  it('refuses a genuine card that nobody knows, and uses its answer up', async () => {
    const card = { card_sn: '320100D15600000500FFFF0000009999' };
    const begun = await begin(card);
    const { read } = holder();
    expect((await finish(begun, card, { ...read, card_no: 'K99999999' })).err_msg).toContain('社会保障卡卡号不存在');
    expect((await finish(begun, card, read)).err_msg).toContain('已用过');
  });

  it('hears the second step once, of the same institution, within five minutes', async () => {
    const { card, read } = holder();
    const begun = await begin(card);
    await world.add({
      kind: 'institution.put',
      institution: { ...there(world.world.store.reader.institution(HOSPITAL)), no_psam: true },
    });
    const fields = { auth_step: '2', auth_sn: begun.auth_sn, card_sn: card.card_sn, ...read };
    const proof = { card_proof: cardProof(card, begun.challenge, begun.data, read) };
    expect((await send({ ...fields, ...proof }, HOSPITAL)).err_msg).toContain('没有该认证流水号');
    expect((await send({ ...fields, auth_sn: 'X', ...proof })).err_msg).toContain('没有该认证流水号');
    world.setClock('2026-09-01 10:05:01');
    expect((await finish(begun, card, read)).err_msg).toContain('已超过五分钟');
    world.setClock('2026-09-01 10:05:00');
    expect((await finish(begun, card, read)).infcode).toBe(0);
    expect((await finish(begun, card, read)).err_msg).toContain('已用过');
  });

  it('is not for institutions whose readers have a PSAM', async () => {
    const answer = await send({ auth_step: '1', card_sn: holder().card.card_sn }, HOSPITAL);
    expect(answer.err_msg).toContain('本机构读卡器有 PSAM 卡，直接读卡即可');
  });

  it('says what a step lacks, or which step there is', async () => {
    const { card_sn } = holder().card;
    expect((await send({ auth_step: '1', card_sn })).err_msg).toContain(
      'input.data.issu_admdvs（发卡地区行政区划代码）',
    );
    expect((await send({ auth_step: '2', card_sn })).err_msg).toContain('input.data.card_proof（卡应答）');
    expect((await send({ auth_step: '3', card_sn })).err_msg).toContain('步骤 auth_step（3）应为 1');
    expect((await begin({ card_sn: '990100D15600000500FFFF0000009999' })).answer.err_msg).toContain('（990100）不存在');
    expect((await begin({ card_sn }, { issu_admdvs: '610100' })).answer.err_msg).toContain('前六位（320100）不符');
  });
});

const there = <T>(value: T | undefined): T => {
  must(value, 'the seeds have it');
  return value;
};
