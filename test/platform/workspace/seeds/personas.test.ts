import { expect, it } from 'vitest';
import { reach } from '../../../../src/kernel/admdvs.ts';
import { checkCharacter, mayBeReal } from '../../../../src/kernel/identity-number.ts';
import { diseaseName } from '../../../../src/rules/scope/disease-name.ts';
import { diseases } from './disease-seed.ts';
import { allOf, persons, START } from './shipped-seeds.ts';

/** National values of the dictionaries psn_type, psn_idet_type and insutype; a local child opens with its parent's. */
const PSN_TYPES = ['11', '12', '13', '1401', '1402', '1403', '1404', '1405', '15', '16', '33', '34', '99'];
const IDENTITIES = ['2101', '2102', '2103', '2104', '2105', '2302', '2303', '2304', '2305', '2306'];
const INSUTYPES = ['310', '320', '330', '340', '350', '370', '390'];

const childOf = (values: readonly string[]) => (code: string) => values.some((value) => code.startsWith(value));

const unique = (values: readonly (string | undefined)[]): void => {
  const present = values.filter((value) => value !== undefined);
  expect(new Set(present).size).toBe(present.length);
};

it('has nobody who could be real', () => {
  for (const { certno, psn_cert_type } of persons) {
    expect(mayBeReal(certno)).toBe(false);
    if (psn_cert_type === '01') expect(certno.slice(2, 6)).toBe('9900');
    else expect(certno).toMatch(/^SANDBOX\d+$/);
  }
});

it('has nobody twice', () => {
  unique(persons.map(({ psn_no }) => psn_no));
  unique(persons.map(({ certno }) => certno));
  unique(persons.map(({ card }) => card?.card_no));
  unique(persons.map(({ card }) => card?.card_sn));
  unique(persons.map(({ ec_token }) => ec_token));
  unique(persons.map(({ psn_name }) => psn_name));
  unique(persons.map(({ persona }) => persona?.shows));
});

it('writes birth day and sex into the identity number, and a right check character', () => {
  for (const { certno, brdy, gend } of persons.filter(({ psn_cert_type }) => psn_cert_type === '01')) {
    expect(certno.slice(6, 14)).toBe(brdy.replaceAll('-', ''));
    expect(Number(certno[16]) % 2 === 1 ? '1' : '2').toBe(gend);
    expect(certno[17]).toBe(checkCharacter(certno.slice(0, 17)));
  }
});

it('gives numbers of the lengths that the interface allows', () => {
  for (const { psn_no, card, ec_token } of persons) {
    expect(psn_no).toMatch(/^\d{6}9900\d{12}$/);
    if (card) expect(card.card_no).toMatch(/^K99\d{6}$/);
    if (card) expect(card.card_sn).toMatch(/^\d{6}[0-9A-F]{26}$/);
    if (ec_token !== undefined) expect(ec_token).toMatch(/^\d{2}0000ec[a-z0-9]{30}$/);
  }
});

it('says of everybody in one sentence what it shows', () => {
  for (const { persona } of persons) expect(persona?.shows).toMatch(/^演示.{8,}[^。]$/);
});

it('uses codes of the dictionaries', () => {
  const rows = persons.flatMap(({ insurances }) => insurances);
  for (const { psn_type, insutype } of rows) {
    expect(psn_type).toSatisfy(childOf(PSN_TYPES));
    expect(INSUTYPES).toContain(insutype);
  }
  for (const { psn_idet_type } of persons.flatMap(({ identities }) => identities)) {
    expect(IDENTITIES).toContain(psn_idet_type);
  }
});

it('insures nobody twice for the same thing, nor before birth', () => {
  for (const { insurances, brdy } of persons) {
    unique(insurances.map(({ insutype }) => insutype));
    for (const { psn_insu_date } of insurances) expect(psn_insu_date > brdy).toBe(true);
  }
});

it('gives a personal account to 职工 only', () => {
  for (const { insutype, amount } of allOf('account.add')) {
    expect(insutype).toBe('310');
    expect(amount).toBeGreaterThan(0);
  }
});

it('names every disease of the lists as the lists do', () => {
  for (const { qualification } of allOf('qualification.put')) {
    const listed = diseaseName(diseases, qualification.opsp_dise_code ?? '', START);
    if (listed !== undefined) expect(qualification.opsp_dise_name).toBe(listed);
  }
});

it('leaves unlisted only the diseases that are made to be refused', () => {
  const unlisted = allOf('qualification.put')
    .map(({ qualification }) => qualification)
    .filter(({ opsp_dise_code }) => diseaseName(diseases, opsp_dise_code ?? '', START) === undefined);
  expect(unlisted.map(({ local_dise_code }) => local_dise_code)).toEqual(['M00300', 'M07804']);
});

it('keeps the codes of one place with persons of that place', () => {
  const local = new Map(diseases.local.map(({ code, place }) => [code, place]));
  for (const { qualification } of allOf('qualification.put')) {
    const place = local.get(qualification.opsp_dise_code ?? '');
    if (place !== undefined) expect(reach(place, qualification.psn_no.slice(0, 6))).toBe('local');
  }
});

it('has 在职, 退休 and 居民 for each disease of the acceptance script', () => {
  const kinds = (code: string) =>
    new Set(
      allOf('qualification.put')
        .filter(({ qualification }) => qualification.opsp_dise_code === code)
        .map(
          ({ qualification }) => persons.find(({ psn_no }) => psn_no === qualification.psn_no)?.insurances[0]?.psn_type,
        )
        .map((psn_type) => psn_type?.slice(0, 2)),
    );
  for (const code of ['M08300', 'M05300', 'M06900', 'M04600', 'M00200', 'M07200']) {
    expect(kinds(code)).toEqual(new Set(['11', '12', '15']));
  }
});

it('has two chosen institutions and more for each of them, with their names', () => {
  for (const code of ['M08300', 'M05300', 'M06900', 'M04600', 'M00200', 'M07200']) {
    const rows = allOf('chosen.put').filter(({ chosen }) => chosen.opsp_dise_code === code);
    expect(rows.length).toBeGreaterThanOrEqual(2);
    for (const { chosen } of rows) expect(chosen.fixmedins_name).toBe('深圳市沙箱第一人民医院');
  }
});
