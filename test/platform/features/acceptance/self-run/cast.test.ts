import { describe, expect, it } from 'vitest';
import { castOf, membersOf } from '../../../../../src/platform/features/acceptance/self-run/cast.ts';
import type { Listed } from '../../../../../src/platform/features/acceptance/self-run/listed.ts';

let number = 0;

/** Somebody insured in 西安 with everything to show; what a test is about is named. */
const person = (
  as: readonly [insutype: string, psn_type: string, cvlserv_flag?: string],
  more: object = {},
): Listed => {
  number += 1;
  const [insutype, psn_type, cvlserv_flag = '0'] = as;
  return {
    name: `第${number}人`,
    psn_no: String(number),
    psn_cert_type: '01',
    certno: String(number),
    card_no: 'C',
    card_sn: 'S',
    ec_token: 'T',
    insurances: [{ insutype, psn_type, psn_insu_stas: '1', cvlserv_flag, insuplc_admdvs: '610100' }],
    identities: [],
    filings: [],
    ...more,
  };
};

const kinds = (people: readonly Listed[], personas: readonly Listed[] = []) =>
  membersOf(castOf({ people, personas }, '610100')).map(({ population }) => population);

describe('the cast', () => {
  it('has one of each population, and of the others whoever is there', () => {
    const people = [
      person(['390', '1501']),
      person(['310', '1201']),
      person(['310', '1101']),
      person(['310', '1102', '1']),
      person(['390', '1501'], { identities: [{ psn_idet_type: '2302' }] }),
      person(['310', '1101'], { identities: [{ psn_idet_type: '2104' }] }),
      person(['390', '1501']),
    ];
    expect(kinds(people)).toEqual(['职工在职', '职工退休', '居民', '公务员', '军残', '建档立卡', '居民（临时外出）']);
  });

  it('looks among the personas for special people only, and there first', () => {
    const soldier = (psn_idet_type: string) => person(['310', '1101'], { identities: [{ psn_idet_type }] });
    const [ofPeople, persona] = [soldier('2102'), soldier('2104')];
    const cast = castOf({ people: [ofPeople], personas: [persona, person(['310', '1201'])] }, '610100');
    expect(membersOf(cast).map(({ psn_no }) => psn_no)).toEqual([persona.psn_no]);
  });

  it('lets nobody be away for a while who is filed for a long stay', () => {
    const filed = (kind: string) => person(['390', '1501'], { filings: [{ kind, mdtrtarea_admdvs: '440300' }] });
    const resident = person(['390', '1501']);
    expect(kinds([resident, filed('resident')])).toEqual(['居民']);
    expect(kinds([resident, filed('other')])).toEqual(['居民', '居民（临时外出）']);
  });

  it('picks nobody twice', () => {
    expect(kinds([person(['390', '1501'])])).toEqual(['居民']);
  });

  it('passes over whoever lacks a credential, is not in force, or is insured elsewhere', () => {
    expect(kinds([person(['310', '1101'], { card_no: null }), person(['310', '1101'], { ec_token: null })])).toEqual(
      [],
    );
    const [insurance] = person(['310', '1101']).insurances;
    const insured = (change: object) => person(['310', '1101'], { insurances: [{ ...insurance, ...change }] });
    expect(kinds([insured({ psn_insu_stas: '2' }), insured({ insuplc_admdvs: '610300' })])).toEqual([]);
  });

  it('takes civil servants and people of special identity for no ordinary population', () => {
    expect(kinds([person(['310', '1102', '1']), person(['390', '1501'], { identities: [{ psn_idet_type: '2303' }] })]))
      .toEqual(['公务员', '救助对象']); // prettier-ignore
  });
});
