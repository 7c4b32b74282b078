import { ZERO } from '../../kernel/money.ts';
import { accumulatorKey, type Used } from '../../rules/ledger/accumulator.ts';
import type { ClaimFacts } from './insured-claim.ts';
import type { Input as Claim } from './national/1106.gen.ts';
import type { ChosenInstitution, Filing, Person, Qualification } from './person.ts';
import { personNamed } from './person-named.ts';
import type { Book, Settlement } from './settlement.ts';
import type { Fen } from '../../kernel/money.ts';

/** What 1106 and 1107 look up at the insured place. */
export type ClaimReader = Parameters<typeof personNamed>[0] & {
  readonly filings: (psn_no: string) => Filing[];
  readonly qualifications: (psn_no: string) => Qualification[];
  readonly chosenInstitutions: (psn_no: string) => ChosenInstitution[];
  readonly balance: (psn_no: string, insutype: string) => Fen;
  readonly accumulators: (
    psn_no: string,
    insutype: string,
  ) => { readonly cum_type_code: string; readonly period: string; readonly amount: Fen }[];
  readonly registration: (mdtrt_regno: string) => { readonly psn_no: string } | undefined;
  readonly settlementsByVisitNumber: (book: Book, mdtrtsn: string) => Settlement[];
};

export const claimFacts = (reader: ClaimReader, { data }: Claim): ClaimFacts => {
  const person = personNamed(reader, data);
  const psn_no = person?.psn_no ?? '';
  return {
    person,
    filings: person ? reader.filings(psn_no) : [],
    qualifications: person ? reader.qualifications(psn_no) : [],
    chosen: person ? reader.chosenInstitutions(psn_no) : [],
    registered: isRegistered(reader, data.mdtrt_regno, person),
    underVisitNumber: standing(reader.settlementsByVisitNumber('insured', data.mdtrtsn)),
    balance: person ? reader.balance(psn_no, data.insutype) : ZERO,
    familyBalance: person?.family ? reader.balance(person.family.psn_no, person.family.insutype) : ZERO,
    used: usedOf(person ? reader.accumulators(psn_no, data.insutype) : []),
  };
};

/** A province may settle without registration; a registration that is named must exist and be that person's. */
const isRegistered = (reader: ClaimReader, mdtrt_regno: string | undefined, person: Person | undefined): boolean =>
  mdtrt_regno === undefined || reader.registration(mdtrt_regno)?.psn_no === person?.psn_no;

/**
 * What was reversed here may have been an attempt of unknown outcome, which uses up no visit number: the national node
 * knows.
 */
const standing = (rows: readonly Settlement[]): Settlement[] => rows.filter((row) => row.state !== 'reversed');

const usedOf = (rows: ReturnType<ClaimReader['accumulators']>): Used =>
  Object.fromEntries(rows.map((row) => [accumulatorKey(row), row.amount]));
