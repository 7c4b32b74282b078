/** Rows for the store to keep, plausible where nothing else is said. Everything in them is made up. */
export { faultRow, firingRow } from './rows/fault.ts';
export { institutionRow, itemRow, matchRow } from './rows/institution.ts';
export { journalRow, legRow, messageKey, messageRow } from './rows/message.ts';
export { filingRow, personRow, qualificationRow } from './rows/person.ts';
export { settlementRow } from './rows/settlement.ts';
export { voucherBatchRow, voucherOnboardingRow, voucherRow, voucherUploadRow } from './rows/voucher.ts';
export { batchRow, lineRow, registrationRow, visitorRow, visitRow } from './rows/visit.ts';
