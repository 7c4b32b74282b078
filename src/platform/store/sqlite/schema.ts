/**
 * The tables of a workspace's `book.db`. After a change: `npx drizzle-kit generate --name what-changed` (see
 * README.md).
 */
export { clearing, confirmation, hospitalFile } from './schema/clearing.ts';
export { account, accumulator } from './schema/money.ts';
export { cardReading, ecToken, faceAuthorisation, shown, terminalNotice, tokenCheck } from './schema/credentials.ts';
export { due, serial, setting, signIn } from './schema/counters.ts';
export { delivery, fault, faultAttempt, firing } from './schema/faults.ts';
export { institution, item, itemMatch } from './schema/institutions.ts';
export { journal, record } from './schema/journal.ts';
export { leg, message } from './schema/messages.ts';
export { chosenInstitution, contribution, filing, person, qualification } from './schema/persons.ts';
export { application, maintenance, placeState, upload } from './schema/nation.ts';
export { settlement } from './schema/settlements.ts';
export { batch, registration, visit } from './schema/visits.ts';
export { voucherOnboarding } from './schema/voucher-onboarding.ts';
export { voucher, voucherBatch, voucherFile, voucherUpload } from './schema/vouchers.ts';
