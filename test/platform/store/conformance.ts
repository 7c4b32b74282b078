import { describe } from 'vitest';
import { keepsClearing } from './conformance/clearing.ts';
import { keepsCounters } from './conformance/counters.ts';
import { keepsCredentials } from './conformance/credentials.ts';
import { keepsEntitlements } from './conformance/entitlements.ts';
import { keepsFaults } from './conformance/faults.ts';
import { keepsInstitutions } from './conformance/institutions.ts';
import { keepsJournal } from './conformance/journal.ts';
import { keepsMessages } from './conformance/messages.ts';
import { keepsMoney } from './conformance/money.ts';
import { keepsNation } from './conformance/nation.ts';
import type { OpenStore } from './conformance/opened.ts';
import { keepsPersons } from './conformance/persons.ts';
import { keepsSettlements } from './conformance/settlements.ts';
import { keepsTransactions } from './conformance/transactions.ts';
import { keepsValues } from './conformance/values.ts';
import { keepsVisits } from './conformance/visits.ts';
import { keepsVouchers } from './conformance/vouchers.ts';

const PARTS: Readonly<Record<string, (open: OpenStore) => void>> = {
  institutions: keepsInstitutions,
  persons: keepsPersons,
  entitlements: keepsEntitlements,
  credentials: keepsCredentials,
  money: keepsMoney,
  nation: keepsNation,
  visits: keepsVisits,
  settlements: keepsSettlements,
  vouchers: keepsVouchers,
  clearing: keepsClearing,
  'messages and legs': keepsMessages,
  counters: keepsCounters,
  faults: keepsFaults,
  journal: keepsJournal,
  transactions: keepsTransactions,
  values: keepsValues,
};

/** What every store does, whatever it keeps its rows in. `open` makes an empty one. */
export const conformsToThePort = (open: OpenStore): void => {
  for (const [part, keeps] of Object.entries(PARTS)) describe(part, () => keeps(open));
};
