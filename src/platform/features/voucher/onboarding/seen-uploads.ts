import { isRedBill } from '../../../domain/voucher/check-bill.ts';
import { ticketOf } from '../../../domain/voucher/onboarding/matrix.ts';
import type { VoucherRelation, VoucherUpload } from '../../../domain/voucher/voucher.ts';
import type { JournalRow } from '../../../store/port.ts';
import { fieldsIn, rowsIn, textIn, type Seen, type Traffic } from './seen.ts';

/**
 * 4901 and 4905: each voucher of the batch, by what its check came to: 单据状态正常 wants the file kept and the relation
 * verified. Red vouchers are of no kind of the form.
 */
export const seenInUpload = ({ reader, institution }: Traffic, row: JournalRow): Seen[] => {
  const input = fieldsIn(row.input);
  const infno = row.infno === '4905' ? '4905' : '4901';
  const sent = rowsIn(input[infno === '4905' ? 'reUploadDetlDTOList' : 'upldDetlList']);
  const about = { infno, trace: row.trace, at: row.at } as const;
  if (row.infcode !== 0) {
    const tickets = new Set(sent.map((one) => ticketOf(one as unknown as VoucherRelation, institution.admdvs)));
    return [...tickets].map((ticket) => ({ ...about, ticket, outcome: 'failed', text: row.err_msg ?? '' }));
  }
  return reader
    .voucherUploads(institution.fixmedins_code, textIn(input, 'upldBchno'))
    .filter((upload) => !isRed(upload))
    .map((upload) => ({ ...about, ...outcomeOf(upload), ticket: ticketOf(upload.relation, institution.admdvs) }));
};

const isRed = ({ bill }: VoucherUpload): boolean => bill !== undefined && isRedBill(bill);

const outcomeOf = ({ ftfileSavRslt, chkRslt, savFaleRea = '' }: VoucherUpload): Pick<Seen, 'outcome' | 'text'> => {
  if (ftfileSavRslt === '1' && chkRslt === '1') return { outcome: 'passed' };
  return chkRslt === '0' ? { outcome: 'pending' } : { outcome: 'failed', text: savFaleRea };
};

/** 4902: what was told of each voucher; only the result of a good one shows that a batch can be followed to its end. */
export const seenInResult = ({ reader, institution, answerOf }: Traffic, row: JournalRow): Seen[] => {
  if (row.infcode !== 0) return [];
  const told = rowsIn(fieldsIn(answerOf(row.seq))['output']);
  const uploads = reader.voucherUploads(institution.fixmedins_code, textIn(fieldsIn(row.input), 'upldBchno'));
  return uploads
    .filter((upload) => !isRed(upload))
    .flatMap(({ relation }): Seen[] => {
      const result = told.find((one) => textIn(one, 'elecSetlCertNo') === relation.elecSetlCertNo);
      if (!result) return [];
      const ticket = ticketOf(relation, institution.admdvs);
      return [{ infno: '4902', trace: row.trace, at: row.at, ticket, ...resultOf(result) }];
    });
};

const resultOf = (told: Readonly<Record<string, unknown>>): Pick<Seen, 'outcome' | 'text'> => {
  const [file, relation] = [textIn(told, 'ftfileSavRslt'), textIn(told, 'chkRslt')];
  if (file === '1' && relation === '1') return { outcome: 'passed' };
  return relation === '0' ? { outcome: 'pending' } : { outcome: 'failed', text: textIn(told, 'savFaleRea') };
};
