import { must } from '../../../kernel/assert.ts';
import type { Write, Writer } from '../port.ts';
import type { Appliers } from './appliers.ts';
import { writeClearing } from './clearing.ts';
import { writeCounters } from './counters.ts';
import { writeCredentials } from './credentials.ts';
import type { Database } from './database.ts';
import { writeEntitlements } from './entitlements.ts';
import { writeFaults } from './faults.ts';
import { writeInstitutions } from './institutions.ts';
import { writeJournal } from './journal.ts';
import { writeMatches } from './matches.ts';
import { writeMessages } from './messages.ts';
import { writeMoney } from './money.ts';
import { writeNationalClearing } from './national-clearing.ts';
import { writeNation } from './nation.ts';
import { writePersons } from './persons.ts';
import { sqliteReader } from './reader.ts';
import { writeSettlements } from './settlements.ts';
import { openTransaction } from './transaction.ts';
import { writeVisits } from './visits.ts';
import { writeVouchers } from './vouchers.ts';

const appliersOf = (db: Database): Appliers => ({
  ...writeFaults(db),
  ...writeInstitutions(db),
  ...writeMatches(db),
  ...writePersons(db),
  ...writeCredentials(db),
  ...writeEntitlements(db),
  ...writeMoney(db),
  ...writeNation(db),
  ...writeVisits(db),
  ...writeVouchers(db),
  ...writeSettlements(db),
  ...writeMessages(db),
  ...writeClearing(db),
  ...writeNationalClearing(db),
  ...writeCounters(db),
  ...writeJournal(db),
});

/** The one writer over the one connection that writes. */
export const sqliteWriter = (db: Database): Writer => {
  const appliers = appliersOf(db);
  const applyOne = (write: Write) => {
    const apply = appliers[write.kind] as (write: Write) => void;
    apply(write);
  };
  return {
    ...openTransaction(db.$client),
    reader: sqliteReader(db),
    apply: (writes) => {
      must(db.$client.inTransaction, 'apply outside a transaction');
      writes.forEach(applyOne);
    },
  };
};
