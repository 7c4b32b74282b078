import type { Result } from '../../../../kernel/result.ts';
import { ownFile } from '../../../domain/keep-file.ts';
import { readDetailFile, type DetailRow } from '../../../domain/statement/detail-file.ts';
import type { StatementAsked } from '../../../domain/statement/statement-rows.ts';
import type { LedgerSource } from '../reading/read-ledger.ts';
import type { LedgerEvent } from '../types/ledger.ts';

/** A detailed statement 对明细账 that an institution has sent: what it was asked to cover, and its file. */
export type Statement = {
  readonly fixmedins_code: string;
  readonly asked: StatementAsked;
  readonly rows: readonly DetailRow[];
  /** Number of the exchange that brought the file. */
  readonly before: number;
};

/** Where a statement is read; `fileText`: the text of an uploaded file, as 3202 reads it. */
export type StatementSource = Pick<LedgerSource, 'reader' | 'now'> & {
  readonly fileText: (base64: string) => Result<string, string>;
};

type Data = StatementAsked & { readonly file_qury_no: string };

/** The newest accepted 3202 among the messages of one institution; undefined where its file is gone. */
export const newestStatement = (source: StatementSource, events: readonly LedgerEvent[]): Statement | undefined => {
  const sent = events.findLast(isNew('3202'));
  const [row] = sent ? source.reader.journalRows([sent.seq]) : [];
  if (!sent || !row) return undefined;
  // It was accepted: the input is what the table asks for.
  const { data } = JSON.parse(row.input) as { readonly data: Data };
  const { fixmedins_code } = sent;
  const rows = rowsOfFile(source, fixmedins_code, data.file_qury_no);
  const upload = events.filter(isNew('9101')).find((event) => brought(source, event, data.file_qury_no));
  return rows && upload && { fixmedins_code, asked: data, rows, before: upload.seq };
};

/** Accepted, and no repetition of an earlier one. */
const isNew =
  (infno: string) =>
  (event: LedgerEvent): boolean =>
    event.infno === infno && event.changed && event.says === 'done';

/** The same parser as 3202 has. */
const rowsOfFile = ({ reader, now, fileText }: StatementSource, fixmedins_code: string, file_qury_no: string) => {
  const file = ownFile(reader.file(file_qury_no), { fixmedins_code }, now);
  const text = file?.kind === 'uploaded' ? fileText(file.content) : undefined;
  const detail = text?.ok ? readDetailFile(text.value) : undefined;
  return detail?.ok ? detail.value : undefined;
};

/** Only its answer, which is remembered for repetitions, says which file a 9101 became. */
const brought = ({ reader }: StatementSource, { fixmedins_code, msgid }: LedgerEvent, file_qury_no: string): boolean =>
  reader
    .message({ door: 'hospital', sender: fixmedins_code, infno: '9101', msgid })
    ?.answer.includes(`"${file_qury_no}"`) === true;
