import { describe, expect, it, onTestFinished } from 'vitest';
import { asFen, negate } from '../../../../src/kernel/money.ts';
import type { Reader, Store, Write } from '../../../../src/platform/store/port.ts';
import { openSqliteStore } from '../../../../src/platform/store/sqlite/open.ts';
import { peopled } from '../../../../src/platform/workspace/population/peopled-store.ts';
import { openMapStore } from '../../../support/map-store.ts';
import { temporaryFile } from '../../store/sqlite/temporary-file.ts';
import { lifeIn, peopleOf } from './people.ts';

const people = peopleOf('kuasheng');
/** 成国栋: 职工, filed in 深圳, 高血压, money used this year. */
const life = lifeIn(people, '610100', 38);
const { psn_no, certno, card, ec_token } = life.person;
const { insutype } = life;

const KINDS: readonly [string, () => Store][] = [
  ['in memory', openMapStore],
  ['in a file', () => openSqliteStore({ file: temporaryFile(), synchronous: 'OFF' })],
];

const commit = async ({ writer }: Store, ...writes: Write[]): Promise<void> => {
  writer.begin();
  writer.apply(writes);
  await writer.commit();
};

const payment: Write = { kind: 'account.add', psn_no, insutype, amount: negate(asFen(4_075)) };

/** What a book says of the person; empty where it is not stored. */
const told = (reader: Reader) => ({
  person: reader.person(psn_no),
  found: [
    reader.personByCertificate(certno),
    reader.personByCard(card?.card_no ?? ''),
    reader.personByToken(ec_token ?? ''),
  ].map((person) => person?.psn_no),
  filings: reader.filings(psn_no),
  qualifications: reader.qualifications(psn_no),
  contributions: reader.contributions(psn_no),
  accumulators: reader.accumulators(psn_no, insutype),
  balance: reader.balance(psn_no, insutype),
});

const born = {
  person: life.person,
  found: [psn_no, psn_no, psn_no],
  filings: life.filings,
  qualifications: life.qualifications,
  contributions: life.contributions,
  accumulators: life.accumulators,
  balance: life.balance,
};

const nobody = {
  person: undefined,
  found: [undefined, undefined, undefined],
  filings: [],
  qualifications: [],
  contributions: [],
  accumulators: [],
  balance: 0,
};

describe.each(KINDS)('a store %s with a population', (_kind, open) => {
  const opened = (): { bare: Store; store: Store } => {
    const bare = open();
    onTestFinished(() => bare.close());
    return { bare, store: peopled(bare, people) };
  };

  it('tells all of somebody who is not stored', () => {
    const { bare, store } = opened();
    expect(told(store.reader)).toEqual(born);
    expect(store.reader.balance(psn_no, '390')).toBe(0);
    expect(store.reader.accumulators(psn_no, '390')).toEqual([]);
    expect(store.reader.personas()).toEqual([]);
    expect(told(bare.reader)).toEqual(nobody);
  });

  it('stores all of somebody in front of the first change', async () => {
    const { bare, store } = opened();
    await commit(store, payment);
    const after = { ...born, balance: life.balance - 4_075 };
    expect(told(bare.reader)).toEqual(after);
    expect(told(store.reader)).toEqual(after);
    await commit(store, payment);
    expect(told(store.reader)).toEqual({ ...born, balance: life.balance - 8_150 });
  });

  it('stores nobody when the change is undone', async () => {
    const { bare, store } = opened();
    store.writer.begin();
    store.writer.savepoint('turn');
    store.writer.apply([payment]);
    expect(store.writer.reader.balance(psn_no, insutype)).toBe(life.balance - 4_075);
    store.writer.undo('turn');
    expect(told(store.writer.reader)).toEqual(born);
    await store.writer.commit();
    expect(told(bare.reader)).toEqual(nobody);
  });

  it('stores nobody but those whom a change names', async () => {
    const { bare, store } = opened();
    await commit(store, { kind: 'setting.put', key: 'k', value: 'v' }, payment);
    expect(bare.reader.person(lifeIn(people, '610100', 39).person.psn_no)).toBeUndefined();
    expect(store.reader.person(lifeIn(people, '610100', 39).person.psn_no)).toBeDefined();
  });

  it('lets go of a number that a stored person has given up', async () => {
    const { store } = opened();
    const { card: _card, ...cardless } = life.person;
    await commit(store, { kind: 'person.put', person: cardless });
    expect(told(store.reader)).toEqual({ ...born, person: cardless, found: [psn_no, undefined, psn_no] });
  });

  it('has no rows of nobody: money for a number beyond the population is refused', () => {
    const { store } = opened();
    store.writer.begin();
    const beyond = '6101009900800000197233';
    expect(() => store.writer.apply([{ kind: 'account.add', psn_no: beyond, insutype, amount: asFen(1) }])).toThrow();
    store.writer.rollback();
  });
});
