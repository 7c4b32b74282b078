/**
 * What the store costs in a settlement turn (2207, cross-province, all hops embedded): processor time of its reads
 * and its writes, in groups of 32 turns with a savepoint each and one durable COMMIT.
 *
 *   npx tsx bench/store-turn.ts [turns]
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asFen } from '../src/kernel/money.ts';
import type { Reader, Store, Write } from '../src/platform/store/port.ts';
import { openSqliteStore } from '../src/platform/store/sqlite/open.ts';
import {
  batchRow,
  filingRow,
  institutionRow,
  journalRow,
  lineRow,
  messageKey,
  messageRow,
  personRow,
  qualificationRow,
  settlementRow,
  visitorRow,
  visitRow,
} from '../test/platform/store/rows.ts';

const GROUP = 32;
const LINES = 10;
const PERSONS = 2_000;
const { fixmedins_code } = institutionRow();
const ANSWER = JSON.stringify(settlementRow()).slice(0, 2_000);
const INPUT = JSON.stringify(visitRow());
const STEPS = Array.from({ length: 6 }, () => settlementRow().explanation[0]).filter((step) => step !== undefined);
const HOPS = [
  { book: 'treatment', door: 'hospital', sender: fixmedins_code, infno: '2207' },
  { book: 'national', door: 'national', sender: '440000', infno: '1107' },
  { book: 'insured', door: 'insured', sender: '000000', infno: '1107' },
] as const;

const psnOf = (turn: number) => `1100000000000000000000${String(turn % PERSONS).padStart(4, '0')}`;
const mdtrtOf = (turn: number) => `440300G${String(turn).padStart(13, '0')}`;
const msgOf = (sender: string, turn: number) => `${sender}20260901093000${String(turn).padStart(7, '0')}`;

/**
 * What stands before the turn is measured: persons with filing and disease, a visit and a batch of ten lines a turn.
 */
export const prepare = (store: Store, turns: number): void => {
  const writes: Write[] = [{ kind: 'institution.put', institution: institutionRow() }];
  for (let n = 0; n < PERSONS; n += 1) {
    const psn_no = psnOf(n);
    writes.push(
      { kind: 'person.put', person: personRow({ psn_no, certno: `C${n}`, ec_token: `T${n}` }) },
      { kind: 'filing.put', filing: filingRow({ psn_no }) },
      { kind: 'qualification.put', qualification: qualificationRow({ psn_no }) },
      { kind: 'account.add', psn_no, insutype: '310', amount: asFen(1_000_000) },
    );
  }
  const lines = Array.from({ length: LINES }, (_, line) => lineRow(String(line)));
  for (let turn = 0; turn < turns; turn += 1) {
    const mdtrt_id = mdtrtOf(turn);
    writes.push(
      { kind: 'visit.put', visit: visitRow({ mdtrt_id, visitor: visitorRow({ psn_no: psnOf(turn) }) }) },
      { kind: 'batch.put', batch: batchRow({ mdtrt_id, lines }) },
    );
  }
  store.writer.begin();
  store.writer.apply(writes);
  void store.writer.commit();
};

/** The reads of a turn, each hop's look-up of its message included. */
export const read = (reader: Reader, turn: number): number => {
  const psn_no = psnOf(turn);
  const mdtrt_id = mdtrtOf(turn);
  for (const { book, door, sender, infno } of HOPS) {
    const key = messageKey({ door, sender, infno, msgid: msgOf(sender, turn) });
    reader.message(key);
    if (door === 'hospital') reader.legOfMessage(key);
    reader.settlementsOfVisit(book, mdtrt_id);
  }
  reader.openLegOfVisit(mdtrt_id);
  reader.institution(fixmedins_code);
  reader.visit(mdtrt_id);
  reader.batch(mdtrt_id, 'B1');
  reader.person(psn_no);
  reader.filings(psn_no);
  reader.qualifications(psn_no);
  reader.balance(psn_no, '310');
  reader.accumulators(psn_no, '310');
  return reader.serial('setl_id');
};

/** The writes of a turn: three settlements, three journal rows, three remembered messages, and what they move. */
export const write = (turn: number, serial: number): Write[] => {
  const psn_no = psnOf(turn);
  const mdtrt_id = mdtrtOf(turn);
  const setl_id = `440300S${String(serial).padStart(13, '0')}`;
  return [
    { kind: 'serial.take', key: 'setl_id', value: serial },
    ...HOPS.flatMap(({ book, door, sender, infno }, hop): Write[] => {
      const msgid = msgOf(sender, turn);
      const visitor = visitorRow({ psn_no });
      return [
        {
          kind: 'settlement.add',
          settlement: settlementRow({ book, setl_id, sender, infno, msgid, mdtrt_id, visitor, explanation: STEPS }),
        },
        {
          kind: 'journal.append',
          row: journalRow({
            seq: turn * 3 + hop + 1,
            trace: `T${turn}`,
            hop,
            door,
            sender,
            infno,
            msgid,
            input: INPUT,
          }),
        },
        { kind: 'message.remember', message: messageRow({ door, sender, infno, msgid, answer: ANSWER }) },
      ];
    }),
    { kind: 'batch.settle', mdtrt_id, chrg_bchno: 'B1', setl_id },
    ...['T0101', 'T0102', 'T0201', 'T0301'].map((cum_type_code): Write => ({
      kind: 'accumulator.add',
      psn_no,
      insutype: '310',
      period: '2026',
      cum_type_code,
      amount: asFen(1_330),
    })),
    { kind: 'account.add', psn_no, insutype: '310', amount: asFen(-1_330) },
  ];
};

/**
 * Processor time in µs since the start of the process, the kernel's part included: steadier than a clock on a busy
 * machine.
 */
const processor = (): number => {
  const { user, system } = process.cpuUsage();
  return user + system;
};

/** All turns, in groups: µs of processor time for a turn's reads, its writes, and its share of the COMMIT. */
export const measure = async (store: Store, turns: number): Promise<Record<string, number>> => {
  const spent = { read: 0, write: 0, commit: 0 };
  const timed = async (part: keyof typeof spent, work: () => unknown) => {
    const start = processor();
    await work();
    spent[part] += processor() - start;
  };
  for (let first = 0; first < turns; first += GROUP) {
    store.writer.begin();
    for (let turn = first; turn < Math.min(first + GROUP, turns); turn += 1) {
      store.writer.savepoint('turn');
      let serial = 0;
      await timed('read', () => (serial = read(store.writer.reader, turn)));
      const writes = write(turn, serial + 1);
      await timed('write', () => store.writer.apply(writes));
      store.writer.release('turn');
    }
    await timed('commit', () => store.writer.commit());
  }
  return Object.fromEntries(Object.entries(spent).map(([part, us]) => [part, Math.round(us / turns)]));
};

const run = async (): Promise<void> => {
  const turns = Number(process.argv[2] ?? 8_000);
  const folder = mkdtempSync(join(tmpdir(), 'kuasheng-bench-'));
  try {
    for (let round = 1; round <= 5; round += 1) {
      const file = join(folder, `round-${round}.db`);
      const store = openSqliteStore({ file, synchronous: 'FULL' });
      prepare(store, turns);
      store.checkpoint();
      const seeded = statSync(file).size;
      const figures = await measure(store, turns);
      store.checkpoint();
      const grown = Math.round((statSync(file).size - seeded) / turns);
      store.close();
      console.log(`round ${round}: µs a turn`, figures, `file +${grown} B a turn`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

if (process.argv[1]?.endsWith('store-turn.ts')) await run();
