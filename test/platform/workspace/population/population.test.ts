import { describe, expect, it } from 'vitest';
import { checkCharacter, mayBeReal } from '../../../../src/kernel/identity-number.ts';
import { PEOPLE_OF_A_PLACE } from '../../../../src/platform/workspace/population/certificates.ts';
import { DISEASES } from '../../../../src/platform/workspace/population/synthetic-diseases.ts';
import { diseases } from '../seeds/disease-seed.ts';
import { persons as personas } from '../seeds/shipped-seeds.ts';
import { lifeIn, livesIn, peopleOf } from './people.ts';

const people = peopleOf('kuasheng');
const PLACES = ['610100', '610300', '320100', '110000', '439900', '660000'];

describe('person number n of a place', () => {
  it('is the same on every machine', () => {
    expect(lifeIn(peopleOf('kuasheng'), '610100', 38)).toEqual({
      person: {
        psn_no: '6101009900800000000038',
        psn_cert_type: '01',
        certno: '619900195912316010',
        psn_name: '成国栋',
        gend: '1',
        naty: '1',
        brdy: '1959-12-31',
        insurances: [
          {
            insutype: '310',
            psn_type: '1201',
            cvlserv_flag: '0',
            psn_insu_stas: '1',
            psn_insu_date: '1981-05-01',
            insuplc_admdvs: '610100',
          },
        ],
        identities: [],
        card: { card_no: 'P61010012', card_sn: '610100D15600000500FFFF8000000038' },
        ec_token: '610000eckuashengsandbox861010000000038',
      },
      insutype: '310',
      filings: [
        {
          trt_dcla_detl_sn: '61010099001800003801',
          psn_no: '6101009900800000000038',
          kind: 'resident',
          mdtrtarea_admdvs: '440300',
          begndate: '2025-02-01',
        },
      ],
      qualifications: [
        {
          opsp_dise_code: 'M03900',
          opsp_dise_name: '高血压',
          trt_dcla_detl_sn: '61010099002800003801',
          psn_no: '6101009900800000000038',
          insutype: '310',
          local_dise_code: 'M03900',
          begndate: '2024-06-01',
        },
      ],
      contributions: [],
      balance: 404075,
      accumulators: [
        { cum_type_code: 'D310101', period: '2026', amount: 19380 },
        { cum_type_code: 'Q000B_14', period: '2026', amount: 44365 },
      ],
    });
  });

  it('is somebody else for another seed, under the same number', () => {
    const [one, other] = [people, peopleOf('other')].map((population) => livesIn(population, '610100', 50));
    expect(other?.map(({ person }) => person.psn_no)).toEqual(one?.map(({ person }) => person.psn_no));
    const sameCertificates = one?.filter(({ person }, at) => person.certno === other?.[at]?.person.certno);
    expect(sameCertificates).toEqual([]);
    const sameNames = one?.filter(({ person }, at) => person.psn_name === other?.[at]?.person.psn_name) ?? [];
    expect(sameNames.length).toBeLessThan(5);
  });

  it('keeps name, numbers and birth day in a workspace of another day, while dates move along', () => {
    const later = peopleOf('kuasheng', '2026-10-01');
    for (const [at, { person, filings }] of livesIn(people, '610100', 50).entries()) {
      const then = lifeIn(later, '610100', at + 1);
      expect(then.person.certno).toBe(person.certno);
      expect(then.person.psn_name).toBe(person.psn_name);
      expect(then.filings.length).toBe(filings.length);
      for (const [index, { begndate }] of filings.entries()) {
        expect((then.filings[index]?.begndate ?? '') > begndate).toBe(true);
      }
    }
  });

  it.each(PLACES)('of %s is found by each number that it bears', (place) => {
    for (const n of [1, 2, 36, 1_000, 46_656, 123_457, PEOPLE_OF_A_PLACE]) {
      const life = lifeIn(people, place, n);
      const { psn_no, certno, card, ec_token } = life.person;
      expect(people.byPersonNumber(psn_no)).toBe(life);
      expect(people.byCertificate(certno)).toBe(life);
      if (card) expect(people.byCard(card.card_no)).toBe(life);
      if (ec_token !== undefined) expect(people.byToken(ec_token)).toBe(life);
    }
  });

  it('is not found by a card or a token that it does not have', () => {
    const lives = livesIn(people, '320100', 200);
    const cardless = lives.findIndex(({ person }) => person.card === undefined);
    const tokenless = lives.findIndex(({ person }) => person.ec_token === undefined);
    expect(people.byCard(`P3201${(cardless + 1).toString(36).toUpperCase().padStart(4, '0')}`)).toBeUndefined();
    expect(people.byToken(`320000eckuashengsandbox8320100${String(tokenless + 1).padStart(8, '0')}`)).toBeUndefined();
  });
});

describe('the people of a place', () => {
  const lives = livesIn(people, '610100', 3_000);
  const persons = lives.map(({ person }) => person);

  it('can be nobody real, and nobody of them a persona', () => {
    for (const { certno, brdy, gend } of persons) {
      expect(mayBeReal(certno)).toBe(false);
      expect(certno.slice(0, 14)).toBe(`619900${brdy.replaceAll('-', '')}`);
      expect(Number(certno[16]) % 2 === 1 ? '1' : '2').toBe(gend);
      expect(certno[17]).toBe(checkCharacter(certno.slice(0, 17)));
    }
    for (const { psn_no, certno, card, ec_token } of personas) {
      expect(people.byPersonNumber(psn_no)).toBeUndefined();
      expect(people.byCertificate(certno)).toBeUndefined();
      expect(people.byCard(card?.card_no ?? '')).toBeUndefined();
      expect(people.byToken(ec_token ?? '')).toBeUndefined();
    }
  });

  it('share no number with each other nor with another place of the province', () => {
    const neighbours = livesIn(people, '610300', 3_000).map(({ person }) => person);
    const numbers = [...persons, ...neighbours].flatMap(({ psn_no, certno, card, ec_token }) =>
      [psn_no, certno, card?.card_no, card?.card_sn, ec_token].filter((number) => number !== undefined),
    );
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('are of all kinds: insured as worker, retiree, pupil …, filed for long, for a time, no longer or never', () => {
    const types = new Set(persons.flatMap(({ insurances }) => insurances.map(({ psn_type }) => psn_type)));
    expect([...types].sort()).toEqual(['1101', '1102', '1201', '1202', '1402', '1403', '1404', '1501', '1601']);
    const filed = lives.map(({ filings: [filing] }) => {
      if (filing === undefined) return 'none';
      return filing.enddate !== undefined && filing.enddate < '2026-09-01' ? 'expired' : filing.kind;
    });
    expect([...new Set(filed)].sort()).toEqual(['emergency', 'expired', 'none', 'other', 'referral', 'resident']);
    const states = new Set(persons.flatMap(({ insurances }) => insurances.map(({ psn_insu_stas }) => psn_insu_stas)));
    expect([...states].sort()).toEqual(['1', '2', '4']);
    expect(persons.filter(({ identities }) => identities.length > 0).length).toBeGreaterThan(100);
    expect(lives.filter(({ accumulators }) => accumulators.length > 0).length).toBeGreaterThan(100);
    expect(lives.some(({ qualifications }) => qualifications.length === 2)).toBe(true);
  });

  it('are insured after their birth, and employed as adults', () => {
    for (const { brdy, insurances } of persons) {
      for (const { psn_insu_date, insutype } of insurances) {
        const years = Number(psn_insu_date.slice(0, 4)) - Number(brdy.slice(0, 4));
        expect(years).toBeGreaterThanOrEqual(insutype === '310' ? 16 : 0);
      }
    }
  });

  it('have diseases that are settled across provinces, under their names there', () => {
    for (const [, { opsp_dise_code, opsp_dise_name }] of DISEASES) {
      expect(diseases.crossProvince).toContainEqual(
        expect.objectContaining({ code: opsp_dise_code, name: opsp_dise_name }),
      );
    }
  });
});

it.each([
  ['a province that is divided', '610000', 1],
  ['a county under the province itself', '429004', 1],
  ['a district', '610113', 1],
  ['a code that is none', '990100', 1],
  ['nobody before the first', '610100', 0],
  ['nobody after the last', '610100', PEOPLE_OF_A_PLACE + 1],
  ['no half person', '610100', 1.5],
])('%s has no people', (_what, place, n) => {
  expect(people.numbered({ place, n })).toBeUndefined();
});

it.each(['619900194402256608', '6199001944022566', '619900192912315003', '619900200002306003', ''])(
  '%j is the certificate of nobody',
  (certno) => expect(people.byCertificate(certno)).toBeUndefined(),
);
