import type { Reader } from '../port.ts';
import { readClearing } from './clearing.ts';
import { readCounters } from './counters.ts';
import { readCredentials } from './credentials.ts';
import type { Database } from './database.ts';
import { readEntitlements } from './entitlements.ts';
import { readFaults } from './faults.ts';
import { readInstitutions } from './institutions.ts';
import { readJournal } from './journal.ts';
import { readMatches } from './matches.ts';
import { readMessages } from './messages.ts';
import { readMoney } from './money.ts';
import { readNationalClearing } from './national-clearing.ts';
import { readNation } from './nation.ts';
import { readPersons } from './persons.ts';
import { readSettlements } from './settlements.ts';
import { readVisits } from './visits.ts';
import { readVouchers } from './vouchers.ts';

/** All look-ups over one connection, each a statement that is prepared here and now. */
export const sqliteReader = (db: Database): Reader => ({
  ...readFaults(db),
  ...readInstitutions(db),
  ...readMatches(db),
  ...readPersons(db),
  ...readCredentials(db),
  ...readEntitlements(db),
  ...readMoney(db),
  ...readNation(db),
  ...readVisits(db),
  ...readVouchers(db),
  ...readSettlements(db),
  ...readClearing(db),
  ...readNationalClearing(db),
  ...readMessages(db),
  ...readCounters(db),
  ...readJournal(db),
});
