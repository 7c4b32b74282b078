/** What the shells tell of clearing. */
export { documentsOf } from './documents/documents-of.ts';
export { documentsHtml } from './printed/html.ts';
export { documentsXlsx } from './printed/xlsx.ts';
export type { ClearingDocument } from './documents/document.ts';
export { plainYearsInWords } from './documents/notices.ts';
export { BILL_STATES, STAGES } from '../../../rules/clearing/month/in-words.ts';
export { LEVELS, percent } from './documents/prepayments.ts';
export { clearingStatus, monthShown, requestShown, roundShown, usageIn } from './status.ts';
export type { ClearingSource, MonthShown } from './status.ts';
export { poolsShown, type PoolShown } from './pools.ts';
export { REASONS, roundDocuments } from './documents/adjustment-notices.ts';
export { yearDocuments } from './documents/year-end.ts';
export type { Usage } from '../../domain/clearing/national/prepayment/usage.ts';
