import { ticketOf } from '../../../domain/voucher/onboarding/matrix.ts';
import type { JournalRow } from '../../../store/port.ts';
import { fieldsIn, textIn, type Seen, type Traffic } from './seen.ts';

/** 5501 tells of normal vouchers alone: an answer is a 通过 of the kind that was asked about. */
export const seenInStatus = ({ reader, institution }: Traffic, row: JournalRow): Seen[] => {
  const asked = fieldsIn(row.input);
  const [code, no] = [textIn(asked, 'elecSetlCertCode'), textIn(asked, 'elecSetlCertNo')];
  const named = reader.vouchersNumbered(institution.fixmedins_code, no);
  const voucher = code === '' ? named[0] : named.find((one) => one.code === code);
  if (!voucher || voucher.red) return [];
  const about = {
    infno: '5501',
    trace: row.trace,
    at: row.at,
    ticket: ticketOf(voucher.relation, institution.admdvs),
  } as const;
  return [
    row.infcode === 0 ? { ...about, outcome: 'passed' } : { ...about, outcome: 'failed', text: row.err_msg ?? '' },
  ];
};
