import type { Fen } from '../../../kernel/money.ts';
import type { Contribution, Filing, Person, Qualification } from '../../domain/person.ts';
import type { AccumulatorRow, Write } from '../../store/port.ts';
import type { Numbered } from './certificates.ts';
import type { Source } from './source.ts';
import { qualificationsOf } from './synthetic-diseases.ts';
import { filingsOf } from './synthetic-filings.ts';
import { insuranceOf } from './synthetic-insurance.ts';
import { accumulatorsOf, balanceOf, contributionsOf } from './synthetic-money.ts';
import { personOf } from './synthetic-person.ts';

/** Everything that the insured place knows of one of the population before anybody has named it. */
export type Life = {
  readonly person: Person;
  /** The only insurance: account and accumulators are its. */
  readonly insutype: string;
  readonly filings: readonly Filing[];
  readonly qualifications: readonly Qualification[];
  readonly contributions: readonly Contribution[];
  readonly balance: Fen;
  readonly accumulators: readonly AccumulatorRow[];
};

export const lifeOf = (source: Source, who: Numbered): Life => {
  const insurance = insuranceOf(source, who);
  const person = personOf(source, who, insurance);
  const qualifications = qualificationsOf(source, who, person.brdy, insurance);
  return {
    person,
    insutype: insurance.insutype,
    filings: filingsOf(source, who),
    qualifications,
    contributions: contributionsOf(source, who, insurance),
    balance: balanceOf(source, who, insurance),
    accumulators: qualifications.length === 0 ? [] : accumulatorsOf(source, who, insurance),
  };
};

/** The rows of a life, the person first. */
export const lifeWrites = ({ person, insutype, ...life }: Life): Write[] => [
  { kind: 'person.put', person },
  ...life.filings.map((filing): Write => ({ kind: 'filing.put', filing })),
  ...life.qualifications.map((qualification): Write => ({ kind: 'qualification.put', qualification })),
  ...life.contributions.map((contribution): Write => ({ kind: 'contribution.put', contribution })),
  { kind: 'account.add', psn_no: person.psn_no, insutype, amount: life.balance },
  ...life.accumulators.map((row): Write => ({ kind: 'accumulator.add', psn_no: person.psn_no, insutype, ...row })),
];
