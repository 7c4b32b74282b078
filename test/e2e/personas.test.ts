import { describe, expect, it } from 'vitest';
import { must } from '../../src/kernel/assert.ts';
import { addDays } from '../../src/kernel/civil-time.ts';
import type { Output as Registered } from '../../src/platform/transactions/hospital/2201-register/wire.gen.ts';
import type { Person } from '../../src/platform/domain/person.ts';
import { HOSPITAL, openTestWorld, type Answer, type Call, type TestWorld } from '../support/world.ts';
import type { Case, Text } from './personas/case.ts';
import { CASES } from './personas/cases.ts';

/** Days of the seeds count from the start of the workspace: the same persons say the same two years later. */
const STARTS = ['2026-09-01 10:00:00', '2028-09-01 10:00:00'];

const ITEM = '003107010210000';

/** The card or, without one, the token; a foreigner's certificate otherwise. */
const shownBy = ({ card, ec_token, certno }: Person): Readonly<Record<string, string>> => {
  if (card) return { mdtrt_cert_type: '03', mdtrt_cert_no: card.card_no, card_sn: card.card_sn };
  return ec_token === undefined
    ? { mdtrt_cert_type: '99', certno }
    : { mdtrt_cert_type: '01', mdtrt_cert_no: ec_token };
};

type Heard = Readonly<Record<string, string | null>>;

/** What the window hears at each message of a visit, as far as it gets: null where all is well. */
const visit = async (world: TestWorld, { who, at, show, ...of }: Case): Promise<{ heard: Heard; advice: Heard }> => {
  const person = world.persona(who);
  const [first] = person.insurances;
  must(first, `${who} is insured`);
  const insutype = of.insutype ?? first.insutype;
  const place = person.insurances.find((row) => row.insutype === insutype)?.insuplc_admdvs;
  const insuplc_admdvs = of.insuplc === undefined ? place : of.insuplc;
  const { psn_no } = person;
  const held = world.world.store.reader.qualifications(psn_no)[0];
  const dise_codg = of.dise_codg ?? held?.opsp_dise_code ?? held?.local_dise_code;
  const med_type = of.med_type ?? (dise_codg === undefined ? '11' : '14');
  const disease = med_type === '14' ? { dise_codg, dise_name: '病种' } : {};
  const credential = show?.(person) ?? shownBy(person);
  const heard: Record<string, string | null> = {};
  const advice: Record<string, string | null> = {};
  const say = async <Output>(infno: string, input: object): Promise<Answer<Output>> => {
    const answer = await world.call<Output>(infno, input, { insuplc_admdvs, fixmedins_code: at ?? HOSPITAL });
    heard[infno] = answer.err_msg;
    if (answer.warn_msg !== null) advice[infno] = answer.warn_msg;
    return answer;
  };

  await say('1101', { data: credential });
  const registered = await say<Registered>('2201', {
    data: { psn_no, insutype, ipt_otp_no: 'OP1', ...credential },
  });
  if (registered.infcode !== 0) return { heard, advice };
  const { mdtrt_id } = registered.output.data;
  await say('2203', { mdtrtinfo: { mdtrt_id, psn_no, med_type, ...disease }, diseinfo: [] });
  const line = {
    feedetl_sn: '1', mdtrt_id, psn_no, chrg_bchno: 'B1', ...disease, med_list_codg: ITEM,
    det_item_fee_sumamt: 2000, cnt: 1,
    pric: 2000,
  }; // prettier-ignore
  await say('2204', { feedetail: [line] });
  const claim = {
    data: { psn_no, mdtrt_id, insutype, chrg_bchno: 'B1', medfee_sumamt: 2000, med_type, ...credential },
  };
  await say('2206', claim);
  await say('2207', claim);
  return { heard, advice };
};

const WELL: Heard = { 1101: null, 2201: null, 2203: null, 2204: null, 2206: null, 2207: null };

/** The texts of a case on the day on which its workspace starts. */
const texts = (said: Readonly<Record<string, Text>>, today: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(said).map(([infno, text]) => [
      infno,
      typeof text === 'function' ? text((days) => addDays(today, days)) : text,
    ]),
  );

/** A refused trial is a refused settlement; a refused registration ends the visit. */
const expectedOf = ({ hears }: Case, today: string): Heard => {
  const said = texts(hears, today);
  if (said['2201'] !== undefined) return { 1101: said['1101'] ?? null, 2201: said['2201'] };
  return { ...WELL, ...said, ...(said['2206'] !== undefined && { 2207: said['2206'] }) };
};

/** Refused as they are: at the usual hospital, with what they have. */
const isPlain = ({ who: _who, what: _what, hears: _hears, advice: _advice, ...more }: Case): boolean =>
  Object.keys(more).length === 0;

describe.each(STARTS)('in a workspace that starts on %s', (now) => {
  const opened = openTestWorld({ now });
  const today = now.slice(0, 10);

  it.each(CASES.map((one) => [one.who, one.what, one] as const))('%s: %s', async (_who, _what, one) => {
    const world = one.settings ? await openTestWorld({ now, settings: one.settings }) : await opened;
    const { heard, advice } = await visit(world, one);
    expect(heard).toEqual(expectedOf(one, today));
    expect(advice).toEqual(texts(one.advice ?? {}, today));
    expect(world.defects).toEqual([]);
  });

  it('everybody else settles, in 深圳 and by the first disease of theirs', async () => {
    const world = await opened;
    const refused = new Set(CASES.filter(isPlain).map(({ who }) => who));
    const others = world.world.store.reader.personas().filter(({ persona }) => !refused.has(persona?.id ?? ''));
    expect(others.length).toBeGreaterThan(35);
    for (const { persona } of others) {
      const who = persona?.id ?? '';
      const { heard } = await visit(world, { who, what: '', hears: {} });
      expect({ who, heard }).toEqual({ who, heard: WELL });
    }
  });

  it('an identity card is good for a trial everywhere, for a settlement only where faces are checked', async () => {
    const world = await opened;
    const { psn_no, certno, card } = world.persona('xian-worker-no-qualification');
    const envelope = { insuplc_admdvs: '610100', fixmedins_code: 'H44030099004' };
    const call: Call = (infno, input) => world.call(infno, input, envelope);
    const byCard = { mdtrt_cert_type: '03', mdtrt_cert_no: card?.card_no };
    const data = { psn_no, insutype: '310', ipt_otp_no: 'OP1', ...byCard };
    const { mdtrt_id } = (await call<Registered>('2201', { data })).output.data;
    await call('2203', { mdtrtinfo: { mdtrt_id, psn_no, med_type: '11' } });
    const line = { feedetl_sn: '1', mdtrt_id, psn_no, chrg_bchno: 'B1', med_list_codg: ITEM };
    await call('2204', { feedetail: [{ ...line, det_item_fee_sumamt: 1, cnt: 1, pric: 1 }] });
    const claim = (shown: object) => ({
      data: { psn_no, mdtrt_id, chrg_bchno: 'B1', medfee_sumamt: 1, med_type: '11', ...shown },
    });
    const byIdentityCard = { mdtrt_cert_type: '02', mdtrt_cert_no: certno };
    expect((await call('2206', claim(byIdentityCard))).err_msg).toBeNull();
    expect((await call('2207', claim(byIdentityCard))).err_msg).toBe(
      '[就医地 深圳市] 本机构未开通就诊人实名核验，不能用居民身份证就诊，请用医保电子凭证或社会保障卡',
    );
    expect((await call('2207', claim(byCard))).err_msg).toBeNull();
  });
});
