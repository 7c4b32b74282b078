import type { Fen } from '../../../kernel/money.ts';
import type { Finding } from '../../../rules/clearing/inquiry.ts';
import { institutionNamed } from '../../domain/clearing/national/institution-named.ts';
import type { KeptRequest } from '../../domain/clearing/national/records.ts';
import type { Reader } from '../../store/port.ts';

/** What the books of the sandbox's own hospital say to a bill of it that has a settlement number. */
export type Books = { readonly setl_id: string; readonly total: Fen | null; readonly agrees: boolean };

/** Of an inquiry: what was found, once it is answered; and what the sandbox's own books know of the bill. */
export const inquiryShown = (
  reader: Reader,
  request: KeptRequest,
): { readonly finding?: Finding; readonly books?: Books } => {
  const finding = request.answers.findLast(({ event }) => event !== 'close')?.finding;
  const books = booksOn(reader, request);
  return { ...(finding && { finding }), ...(books && { books }) };
};

const booksOn = (reader: Reader, { bill, setl_id }: KeptRequest): Books | undefined => {
  const institution = bill && institutionNamed(reader, bill.hospital);
  if (!institution || setl_id === undefined) return undefined;
  const row = reader.settlement('treatment', setl_id);
  const isTheirs = row?.fixmedins_code === institution.fixmedins_code && row.state !== 'reversed';
  const total = isTheirs ? row.shares.medfee_sumamt : null;
  return { setl_id, total, agrees: total === bill.total && row?.med_type === bill.med_type };
};
