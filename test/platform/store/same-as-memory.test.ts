import fc from 'fast-check';
import { expect, it } from 'vitest';
import { asFen } from '../../../src/kernel/money.ts';
import type { Reader, Store, Write } from '../../../src/platform/store/port.ts';
import { openSqliteStore } from '../../../src/platform/store/sqlite/open.ts';
import { openMapStore } from '../../support/map-store.ts';
import {
  batchRow,
  faultRow,
  filingRow,
  firingRow,
  institutionRow,
  legRow,
  matchRow,
  messageKey,
  messageRow,
  personRow,
  settlementRow,
  visitRow,
} from './rows.ts';
import { temporaryFile } from './sqlite/temporary-file.ts';

const { psn_no } = personRow();
const { mdtrt_id } = visitRow();
const few = fc.constantFrom('1', '2', '3');
const fen = fc.integer({ min: -1_000, max: 1_000 }).map(asFen);
const ids = { book: fc.constantFrom('treatment', 'insured'), setl_id: few } as const;

/** Writes that meet each other: few keys, so that rows are there already, or not yet, about as often as not. */
const write: fc.Arbitrary<Write> = fc.oneof(
  few.map((hosp_lv): Write => ({ kind: 'institution.put', institution: institutionRow({ hosp_lv }) })),
  few.map((memo): Write => ({ kind: 'match.put', match: matchRow({ memo }) })),
  few.map((psn_name): Write => ({ kind: 'person.put', person: personRow({ psn_name }) })),
  few.map((trt_dcla_detl_sn): Write => ({ kind: 'filing.put', filing: filingRow({ trt_dcla_detl_sn }) })),
  fc.record({ kind: fc.constant('account.add'), psn_no: fc.constant(psn_no), insutype: few, amount: fen }),
  fc.record({
    kind: fc.constant('accumulator.add'),
    psn_no: fc.constant(psn_no),
    insutype: few,
    period: few,
    cum_type_code: few,
    amount: fen,
  }),
  few.map((chrg_bchno): Write => ({ kind: 'batch.put', batch: batchRow({ chrg_bchno }) })),
  few.map((chrg_bchno): Write => ({ kind: 'batch.withdraw', mdtrt_id, chrg_bchno })),
  fc.tuple(few, few).map(([chrg_bchno, setl_id]): Write => ({ kind: 'batch.settle', mdtrt_id, chrg_bchno, setl_id })),
  few.map((chrg_bchno): Write => ({ kind: 'batch.settle', mdtrt_id, chrg_bchno })),
  fc.record(ids).map((key): Write => ({ kind: 'settlement.add', settlement: settlementRow(key) })),
  fc.record({
    kind: fc.constant('settlement.state'),
    ...ids,
    state: fc.constantFrom('effective', 'refunded', 'reversed'),
  }),
  fc
    .record({ setl_id: few, period: few, confirmed: fc.boolean(), reference: few })
    .map((row): Write => ({ kind: 'confirmation.put', confirmation: { ...row, fixmedins_code: 'H1', at: 0 } })),
  fc.record({ kind: fc.constant('confirmation.drop'), setl_id: few, period: few }),
  fc.record({ kind: fc.constant('clearing.drop'), record: fc.constant('withheld'), key: few }),
  fc.tuple(few, few).map(([key, setl_id]): Write => {
    const body = { setl_id, date: '2026-09-01', verdict: 'ours-only', leg: 'treatment', party: '440000' } as const;
    return { kind: 'clearing.put', record: 'withheld', key, body };
  }),
  fc.record({ kind: fc.constant('serial.take'), key: few, value: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ kind: fc.constant('setting.put'), key: few, value: few }),
  few.map((id): Write => ({ kind: 'fault.put', fault: faultRow({ id }) })),
  fc.tuple(few, fc.nat(3)).map(([id, seen]): Write => ({ kind: 'fault.put', fault: faultRow({ id, seen }) })),
  few.map((id): Write => ({ kind: 'fault.drop', id })),
  fc.tuple(few, few).map(([fault, key]): Write => ({ kind: 'fault.attempt', fault, key, attempt: Number(key) })),
  few.map((seq): Write => ({ kind: 'firing.append', firing: firingRow({ seq: Number(seq) }) })),
  fc
    .tuple(few, fc.constantFrom('sent', 'cut', 'unknown'))
    .map(([seq, state]): Write => ({ kind: 'delivery.put', delivery: { seq: Number(seq), state, at: 0 } })),
  few.map((answer): Write => ({ kind: 'message.remember', message: messageRow({ answer }) })),
  fc
    .record({ id: few, state: fc.constantFrom('sent', 'unknown', 'done') })
    .map((row): Write => ({ kind: 'leg.put', leg: legRow(row) })),
);

type Step = { readonly step: 'apply'; readonly writes: Write[] } | { readonly step: keyof typeof STEPS };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ step: fc.constant('apply'), writes: fc.array(write, { maxLength: 4 }) }) },
  { weight: 2, arbitrary: fc.record({ step: fc.constantFrom('savepoint', 'release', 'undo') }) },
  { weight: 1, arbitrary: fc.record({ step: fc.constantFrom('begin', 'commit', 'rollback') }) },
);

/** Every step on one of two names, some out of order: a step that throws in one store throws in the other. */
const STEPS = {
  begin: ({ writer }: Store) => writer.begin(),
  commit: ({ writer }: Store) => void writer.commit(),
  rollback: ({ writer }: Store) => writer.rollback(),
  savepoint: ({ writer }: Store, name: string) => writer.savepoint(name),
  release: ({ writer }: Store, name: string) => writer.release(name),
  undo: ({ writer }: Store, name: string) => writer.undo(name),
};

/** What the turn queue does: writes that threw are undone at once. */
const apply = (store: Store, writes: readonly Write[]): void => {
  store.writer.savepoint('write');
  try {
    store.writer.apply(writes);
    store.writer.release('write');
  } catch (problem) {
    store.writer.undo('write');
    throw problem;
  }
};

const outcome = (store: Store, done: Step, name: string): 'done' | 'thrown' => {
  try {
    if (done.step === 'apply') apply(store, done.writes);
    else STEPS[done.step](store, name);
    return 'done';
  } catch {
    return 'thrown';
  }
};

const seen = (reader: Reader) => ({
  institution: reader.institution(institutionRow().fixmedins_code),
  matches: reader.matches(matchRow().fixmedins_code),
  person: reader.personByCertificate(personRow().certno),
  filings: reader.filings(psn_no),
  balances: ['1', '2', '3'].map((insutype) => reader.balance(psn_no, insutype)),
  accumulators: ['1', '2', '3'].map((insutype) => reader.accumulators(psn_no, insutype)),
  batches: reader.batches(mdtrt_id),
  settlements: (['treatment', 'insured'] as const).map((book) => reader.settlementsOfVisit(book, mdtrt_id)),
  serials: ['1', '2', '3'].map(reader.serial),
  settings: ['1', '2', '3'].map(reader.setting),
  message: reader.message(messageKey()),
  withheld: reader.clearingRecords('withheld', '1', '3'),
  confirmations: ['1', '2', '3'].map(reader.confirmationsOf),
  faults: reader.faults(),
  attempts: ['1', '2', '3'].map((id) => ['1', '2', '3'].map((key) => reader.faultAttempts(id, key))),
  firings: reader.firingsAfter(0, 9),
  deliveries: reader.deliveriesAfter(0, 9),
  legs: (['sent', 'unknown', 'done'] as const).map(reader.legsInState),
});

/** A person and a visit, and an open transaction. */
const prepared = (store: Store): Store => {
  store.writer.begin();
  store.writer.apply([
    { kind: 'person.put', person: personRow() },
    { kind: 'visit.put', visit: visitRow() },
  ]);
  void store.writer.commit();
  store.writer.begin();
  return store;
};

const differsNever = (inMemory: Store, inFile: Store, steps: readonly (readonly [Step, string])[]): void => {
  for (const [done, name] of steps) {
    expect(outcome(inFile, done, name)).toBe(outcome(inMemory, done, name));
    expect(seen(inFile.writer.reader)).toEqual(seen(inMemory.writer.reader));
    expect(seen(inFile.reader)).toEqual(seen(inMemory.reader));
  }
};

it('a SQLite file and the store in memory never differ, whatever is done to them in whatever order', () => {
  const steps = fc.array(fc.tuple(step, fc.constantFrom('turn', 'hop')), { maxLength: 40 });
  fc.assert(
    fc.property(steps, (steps) => {
      const inFile = prepared(openSqliteStore({ file: temporaryFile(), synchronous: 'OFF' }));
      try {
        differsNever(prepared(openMapStore()), inFile, steps);
      } finally {
        inFile.close();
      }
    }),
    { numRuns: 60 },
  );
}, 60_000);
