import { expect, it } from 'vitest';
import { provinceOf } from '../../../../src/kernel/admdvs.ts';
import { isRetired, validOn, type Filing, type Insurance } from '../../../../src/platform/domain/person.ts';
import { SITUATIONS, type Situation } from '../../../../src/platform/workspace/seeds/situations.ts';
import { inScope } from '../../../../src/rules/scope/in-scope.ts';
import { diseases } from './disease-seed.ts';
import { personaOf, seeds, START, TWO_YEARS_LATER, writesOn } from './shipped-seeds.ts';

type Persona = ReturnType<typeof personaOf>;
/** Whether a persona is what a situation says, on the day on which the workspace starts. */
type Truth = (persona: Persona, day: string) => boolean;

const SHENZHEN = '440300';

const main = ({ person }: Persona): Insurance | undefined => person.insurances[0];
const psnType = (persona: Persona): string => main(persona)?.psn_type ?? '';
const standing = ({ filings }: Persona, day: string): Filing[] => filings.filter((row) => validOn(row, day));
const covers = ({ mdtrtarea_admdvs }: Filing): boolean => [SHENZHEN, provinceOf(SHENZHEN)].includes(mdtrtarea_admdvs);
const filedAs =
  (kind: Filing['kind']): Truth =>
  (persona, day) =>
    standing(persona, day).some((row) => row.kind === kind && covers(row));
const identity =
  (code: string): Truth =>
  ({ person }, day) =>
    person.identities.some((row) => row.psn_idet_type === code && validOn(row, day));
const status =
  (code: string): Truth =>
  (persona) =>
    main(persona)?.psn_insu_stas === code;
const used = ({ accumulators }: Persona, code: string): number =>
  accumulators.find(({ cum_type_code }) => cum_type_code === code)?.amount ?? 0;
const entitled = ({ qualifications }: Persona, day: string): string[] =>
  qualifications.filter((row) => validOn(row, day)).flatMap(({ opsp_dise_code }) => opsp_dise_code ?? []);
const balance = ({ accounts }: Persona): number => accounts[0]?.amount ?? 0;
const chosenNot = (code: string, { chosen }: Persona): boolean =>
  chosen.length > 0 && chosen.every(({ fixmedins_code }) => fixmedins_code !== code);

const TRUTHS: Readonly<Record<Situation, Truth>> = {
  worker: (persona) => main(persona)?.insutype === '310' && !isRetired(psnType(persona)),
  retiree: (persona) => main(persona)?.insutype === '310' && isRetired(psnType(persona)),
  resident: (persona) => main(persona)?.insutype === '390' && psnType(persona).startsWith('15'),
  student: (persona) => main(persona)?.insutype === '390' && psnType(persona).startsWith('14'),
  'civil-servant': (persona) => main(persona)?.cvlserv_flag === '1' && psnType(persona).endsWith('02'),
  'low-income': identity('2303'),
  'extreme-poverty': identity('2304'),
  'registered-poor': identity('2302'),
  'poor-by-illness': identity('2306'),
  'disabled-soldier': identity('2104'),
  preferential: identity('2101'),
  'filed-resident': filedAs('resident'),
  'filed-referral': filedAs('referral'),
  'filed-emergency': filedAs('emergency'),
  'filed-other': filedAs('other'),
  'filed-province': (persona, day) => standing(persona, day).some((row) => row.mdtrtarea_admdvs === '440000'),
  'filed-institution': (persona, day) => standing(persona, day).some((row) => row.fixmedins_code === 'H44030099004'),
  'filed-elsewhere': (persona, day) => standing(persona, day).length > 0 && !standing(persona, day).some(covers),
  'filing-expired': (persona, day) => persona.filings.length > 0 && standing(persona, day).length === 0,
  'no-filing': ({ filings }) => filings.length === 0,
  normal: (persona, day) =>
    standing(persona, day).some(covers) &&
    main(persona)?.psn_insu_stas === '1' &&
    entitled(persona, day).some((code) => inScope(diseases, code, day)),
  'several-diseases': (persona, day) => entitled(persona, day).length > 1,
  'no-qualification': ({ qualifications }) => qualifications.length === 0,
  'qualification-expired': (persona, day) =>
    persona.qualifications.length > 0 && persona.qualifications.every((row) => !validOn(row, day)),
  'out-of-scope': (persona, day) => entitled(persona, day).every((code) => !inScope(diseases, code, day)),
  'local-code-mapped': ({ qualifications: [row] }) =>
    row?.opsp_dise_code !== undefined && row.local_dise_code !== row.opsp_dise_code,
  'local-code-unmapped': ({ qualifications: [row] }) => row !== undefined && row.opsp_dise_code === undefined,
  'transplant-category': (persona, day) => entitled(persona, day).join() === 'M08300',
  'transplant-fine': (persona, day) => /^M0830[1-6]$/.test(entitled(persona, day).join()),
  'chosen-elsewhere': (persona) => chosenNot('H44030099001', persona),
  'local-only-disease': (persona, day) =>
    entitled(persona, day).every((code) => diseases.local.some((row) => row.code === code)),
  suspended: status('2'),
  terminated: status('4'),
  'several-insurances': ({ person }) => person.insurances.length > 1,
  unpaid: ({ contributions }) => contributions.at(-1)?.clct_flag === '0',
  'balance-zero': (persona) => main(persona)?.insutype === '310' && balance(persona) === 0,
  'balance-rich': (persona) => balance(persona) > 5_000_000,
  'deductible-nearly-used': (persona) => used(persona, 'Q000B_14') === 90_000,
  'deductible-used': (persona) => used(persona, 'Q000B_14') === 70_000,
  'cap-nearly-used': (persona) => used(persona, 'DM01600_14') === 496_000,
  'pool-nearly-used': (persona) => used(persona, 'D310101') === 38_800_000,
  'serious-illness': (persona) => used(persona, 'TS390201') === 1_950_000,
  'same-province': (persona) => main(persona)?.insuplc_admdvs === '440100',
  local: (persona) => main(persona)?.insuplc_admdvs === SHENZHEN && persona.contributions.length > 0,
  'no-card': ({ person }) => person.card === undefined,
  'no-token': ({ person }) => person.ec_token === undefined,
  'foreign-certificate': ({ person }) => person.psn_cert_type === '08',
  acceptance: (persona, day) =>
    entitled(persona, day).join() === 'M08300,M05300,M06900,M04600,M00200,M07200' &&
    persona.person.card !== undefined &&
    persona.person.ec_token !== undefined,
};

it.each(SITUATIONS)('somebody shows %s', (situation) => {
  expect(seeds.personas.some(({ situations }) => situations.includes(situation))).toBe(true);
});

it.each([START, TWO_YEARS_LATER])('everybody is what their situations say, in a workspace started on %s', (day) => {
  const writes = writesOn(day);
  const untrue = seeds.personas.flatMap(({ id, situations }) => {
    const persona = personaOf(id, writes);
    return situations.filter((situation) => !TRUTHS[situation](persona, day)).map((situation) => `${id}: ${situation}`);
  });
  expect(untrue).toEqual([]);
});
