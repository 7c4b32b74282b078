import type { Reader, Store, Write, Writer } from '../../store/port.ts';
import { lifeWrites, type Life } from './life.ts';
import type { Population } from './population.ts';

/**
 * A store in which everybody of the population can be looked up, though nobody is stored before a change names them:
 * until then look-ups are answered from the function, and the first write for somebody puts all their rows in front
 * of it, in the same savepoint.
 */
export const peopled = <S extends Store>(store: S, population: Population): S => ({
  ...store,
  reader: peopledReader(store.reader, population),
  writer: peopledWriter(store.writer, population),
});

/** The life behind a person number, where nothing is stored under it: a stored person hides it. */
const unstoredIn =
  (reader: Reader, population: Population) =>
  (psn_no: string): Life | undefined =>
    population.has(psn_no) && reader.person(psn_no) === undefined ? population.byPersonNumber(psn_no) : undefined;

const peopledReader = (reader: Reader, population: Population): Reader => {
  const unstored = unstoredIn(reader, population);
  const found =
    (look: (number: string) => Life['person'] | undefined, find: (number: string) => Life | undefined) =>
    (number: string) =>
      look(number) ?? unstored(find(number)?.person.psn_no ?? '')?.person;
  return {
    ...reader,
    person: found(reader.person, population.byPersonNumber),
    personByCertificate: found(reader.personByCertificate, population.byCertificate),
    personByCard: found(reader.personByCard, population.byCard),
    personByToken: found(reader.personByToken, population.byToken),
    filings: (psn_no) => unstored(psn_no)?.filings.slice() ?? reader.filings(psn_no),
    qualifications: (psn_no) => unstored(psn_no)?.qualifications.slice() ?? reader.qualifications(psn_no),
    contributions: (psn_no) => unstored(psn_no)?.contributions.slice() ?? reader.contributions(psn_no),
    balance: (psn_no, insutype) => {
      const life = unstored(psn_no);
      return life?.insutype === insutype ? life.balance : reader.balance(psn_no, insutype);
    },
    accumulators: (psn_no, insutype) => {
      const life = unstored(psn_no);
      return life?.insutype === insutype ? life.accumulators.slice() : reader.accumulators(psn_no, insutype);
    },
  };
};

const peopledWriter = (writer: Writer, population: Population): Writer => {
  const unstored = unstoredIn(writer.reader, population);
  return {
    ...writer,
    reader: peopledReader(writer.reader, population),
    apply: (writes) => {
      const named = new Set(writes.flatMap((write) => personNamed(write) ?? []));
      const lives = [...named].flatMap((psn_no) => unstored(psn_no) ?? []);
      writer.apply(lives.length === 0 ? writes : [...lives.flatMap(lifeWrites), ...writes]);
    },
  };
};

/** Whose row a write is: what the store keeps under a person, and the visit with which a hospital's changes begin. */
const PERSON_NAMED: { readonly [K in Write['kind']]?: (write: Extract<Write, { kind: K }>) => string } = {
  'person.put': ({ person }) => person.psn_no,
  'filing.put': ({ filing }) => filing.psn_no,
  'qualification.put': ({ qualification }) => qualification.psn_no,
  'chosen.put': ({ chosen }) => chosen.psn_no,
  'application.put': ({ application }) => application.psn_no,
  'contribution.put': ({ contribution }) => contribution.psn_no,
  'account.add': ({ psn_no }) => psn_no,
  'accumulator.add': ({ psn_no }) => psn_no,
  'registration.put': ({ registration }) => registration.psn_no,
  'visit.put': ({ visit }) => visit.visitor.psn_no,
};

const personNamed = (write: Write): string | undefined =>
  (PERSON_NAMED[write.kind] as ((write: Write) => string) | undefined)?.(write);
