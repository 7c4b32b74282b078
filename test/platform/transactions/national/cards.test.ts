import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { must } from '../../../../src/kernel/assert.ts';
import { cardAccepts, cardChallenge, type CardChallenge } from '../../../../src/kernel/card-authentication.ts';
import type { Output as Authenticated } from '../../../../src/platform/domain/national/1903.gen.ts';
import type { Output as Checked } from '../../../../src/platform/domain/national/1904.gen.ts';
import { openTestWorld, type TestWorld } from '../../../support/world.ts';

/** 1903 and 1904: a card that is read without a PSAM. */

let world: TestWorld;

beforeEach(async () => {
  world = await openTestWorld();
});

afterEach(() => world.close());

const holder = (persona = 'nanjing-worker-rheumatoid') => {
  const person = world.persona(persona);
  must(person.card, 'the persona has a card');
  return { ...person, card: person.card };
};

/** What the reader's first step hands out goes to the platform as it is. */
const authenticate = async (challenge: CardChallenge, more: object = {}) => {
  const data = {
    mdtrtarea: '440300', issu_admdvs: challenge.card_sn.slice(0, 6), card_atr: '3B6D000000814A5301', algo_flag: '03',
    card_sn: challenge.card_sn, intl_auth_fctr: challenge.internalFactor, intl_auth_info: challenge.internalInfo,
    extl_auth_fctr: challenge.externalFactor, extl_auth_info: challenge.externalInfo, ...more,
  }; // prettier-ignore
  return world.national<Authenticated>('1903', { data });
};

const answered = async (challenge: CardChallenge) => {
  const { data } = (await authenticate(challenge)).output;
  return { internal: data.intl_auth_data, external: data.extl_auth_data };
};

describe('1903', () => {
  it('answers what that card expects, and no other card', async () => {
    const { card } = holder();
    const challenge = cardChallenge(card, '1');
    expect(cardAccepts(card, challenge, await answered(challenge))).toBe(true);
    const swapped = { ...challenge, card_sn: '320100D15600000500FFFF0000009999' };
    expect(cardAccepts(card, challenge, await answered(swapped))).toBe(false);
    expect(cardAccepts(card, challenge, await answered(cardChallenge(card, '2')))).toBe(false);
  });

  it('knows the names of the predecessor', async () => {
    const { card } = holder();
    const challenge = cardChallenge(card, '1');
    const data = {
      aab299: '440300', aab301: '320100', aaz507: '3B', aaa254: '03', aaz501: card.card_sn,
      aaa311: challenge.internalFactor, aaa312: challenge.internalInfo,
      aaa313: challenge.externalFactor, aaa314: challenge.externalInfo,
    }; // prettier-ignore
    const { output } = await world.national<Authenticated>('1903', { data });
    expect(output.data).toEqual((await authenticate(challenge)).output.data);
  });

  it('refuses a code of another issuing place', async () => {
    const answer = await authenticate(cardChallenge(holder().card, '1'), { issu_admdvs: '610100' });
    expect(answer.err_msg).toContain(
      '发卡地区行政区划代码 issu_admdvs（610100）与卡识别码 card_sn 的前六位（320100）不符',
    );
  });
});

describe('1904', () => {
  const check = (more: object = {}, persona?: string) => {
    const { certno, psn_name, card } = holder(persona);
    const data = { mdtrtarea: '440300', ssn: certno, card_no: card.card_no, card_sn: card.card_sn, psn_name, ...more };
    return world.national<Checked>('1904', { data });
  };

  it('answers the insured place of the card’s person', async () => {
    expect((await check()).output.data).toEqual({ insuplc: '320100' });
    expect((await check({}, 'xian-acceptance-worker')).output.data).toEqual({ insuplc: '610100' });
  });

  it('refuses a forged or swapped card', async () => {
    const other = holder('xian-acceptance-worker');
    const text = async (more: object) => (await check(more)).err_msg;
    expect(await text({ card_sn: other.card.card_sn })).toContain('卡识别码 card_sn 与卡号不符');
    expect(await text({ card_no: other.card.card_no })).toContain('卡识别码 card_sn 与卡号不符');
    expect(await text({ card_no: 'K99999999' })).toContain('社会保障卡卡号不存在');
    expect(await text({ ssn: other.certno })).toContain('就诊凭证与就诊人不符');
    expect(await text({ psn_name: other.psn_name })).toContain('就诊凭证与就诊人不符');
    expect(await text({ issu_admdvs: '610100' })).toContain('发卡地区行政区划代码');
    expect((await check({ issu_admdvs: '320100' })).infcode).toBe(0);
  });
});
