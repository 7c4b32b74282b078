import type { CivilDate } from '../../../kernel/civil-time.ts';
import { ZERO } from '../../../kernel/money.ts';
import type { Filing, Qualification } from '../../domain/person.ts';
import type { Write } from '../../store/port.ts';
import { between } from './between.ts';
import { declarationNumber, personNumber } from './person-numbers.ts';
import { mainInsurance, personOf } from './person-of.ts';
import type { PersonaSeed } from './persona-seed.ts';
import { relativeDate, relativeMonth } from './relative-date.ts';

/** Everything that a persona brings into a workspace started on that day: the person first, then what belongs to it. */
export const personaWrites = (
  seed: PersonaSeed,
  start: CivilDate,
  nameOf: (fixmedins_code: string) => string,
): Write[] => [
  { kind: 'person.put', person: personOf(seed, start) },
  ...accounts(seed),
  ...seed.filings.map((row, index): Write => ({ kind: 'filing.put', filing: filingOf(seed, row, index, start) })),
  ...seed.qualifications.map((row, index): Write => ({
    kind: 'qualification.put',
    qualification: qualificationOf(seed, row, index, start),
  })),
  ...chosen(seed, start, nameOf),
  ...accumulators(seed, start),
  ...contributions(seed, start),
];

/** Whose row it is, and of which insurance. */
const ofPerson = (seed: PersonaSeed, row: { readonly insutype?: string } = {}) => {
  const main = mainInsurance(seed);
  return { psn_no: personNumber(main.insuplc_admdvs, seed.number), insutype: row.insutype ?? main.insutype };
};

const accounts = (seed: PersonaSeed): Write[] =>
  seed.insurances
    .filter(({ balc }) => balc !== ZERO)
    .map(({ insutype, balc }) => ({ kind: 'account.add', ...ofPerson(seed, { insutype }), amount: balc }));

type FilingSeed = PersonaSeed['filings'][number];

const filingOf = (seed: PersonaSeed, row: FilingSeed, index: number, start: CivilDate): Filing => ({
  ...row,
  ...between(row, start),
  psn_no: ofPerson(seed).psn_no,
  trt_dcla_detl_sn: declarationNumber(mainInsurance(seed).insuplc_admdvs, 1, seed.number, index),
});

type QualificationSeed = PersonaSeed['qualifications'][number];

const qualificationOf = (
  seed: PersonaSeed,
  row: QualificationSeed,
  index: number,
  start: CivilDate,
): Qualification => ({
  ...row,
  ...between(row, start),
  ...ofPerson(seed, row),
  trt_dcla_detl_sn: declarationNumber(mainInsurance(seed).insuplc_admdvs, 2, seed.number, index),
  local_dise_code: row.local_dise_code ?? row.opsp_dise_code ?? '',
});

const chosen = (seed: PersonaSeed, start: CivilDate, nameOf: (fixmedins_code: string) => string): Write[] =>
  seed.chosen
    .flatMap(({ diseases, ...row }) =>
      diseases.length === 0 ? [row] : diseases.map((opsp_dise_code) => ({ ...row, opsp_dise_code })),
    )
    .map((row, index) => ({
      kind: 'chosen.put',
      chosen: {
        ...row,
        ...between(row, start),
        ...ofPerson(seed, row),
        fix_srt_no: String(index + 1),
        fixmedins_name: nameOf(row.fixmedins_code),
      },
    }));

const accumulators = (seed: PersonaSeed, start: CivilDate): Write[] =>
  seed.accumulators.map((row) => ({
    kind: 'accumulator.add',
    ...ofPerson(seed, row),
    period: row.period === 'year' ? start.slice(0, 4) : relativeMonth('today', start),
    cum_type_code: row.cum_type_code,
    amount: row.cum,
  }));

const contributions = (seed: PersonaSeed, start: CivilDate): Write[] =>
  seed.contributions.map((row) => ({
    kind: 'contribution.put',
    contribution: {
      ...ofPerson(seed, row),
      poolarea_no: mainInsurance(seed).insuplc_admdvs,
      accrym_begn: relativeMonth(row.accrym_begn, start),
      accrym_end: relativeMonth(row.accrym_end, start),
      clct_flag: row.clct_flag,
      clct_time: `${relativeDate(row.clct_time, start)} 00:00:00`,
    },
  }));
