import { yuan } from '../../../kernel/money.ts';
import type { BookRow } from './book-rows.ts';

type Print = (row: BookRow) => string | null;

/** Columns in order; amounts in 元 with two decimals, as the wire has them. */
const COLUMNS: Readonly<Record<keyof BookRow, Print>> = {
  setl_id: (row) => row.setl_id,
  refund_of: (row) => row.refund_of,
  msgid: (row) => row.msgid,
  infno: (row) => row.infno,
  mdtrt_id: (row) => row.mdtrt_id,
  chrg_bchno: (row) => row.chrg_bchno,
  psn_no: (row) => row.psn_no,
  certno: (row) => row.certno,
  insutype: (row) => row.insutype,
  insuplc_admdvs: (row) => row.insuplc_admdvs,
  clr_optins: (row) => row.clr_optins,
  clr_type: (row) => row.clr_type,
  med_type: (row) => row.med_type,
  dise_codg: (row) => row.dise_codg,
  setl_time: (row) => row.setl_time,
  medfee_sumamt: (row) => yuan(row.medfee_sumamt),
  fund_pay_sumamt: (row) => yuan(row.fund_pay_sumamt),
  acct_pay: (row) => yuan(row.acct_pay),
  psn_cash_pay: (row) => yuan(row.psn_cash_pay),
  state: (row) => row.state,
};

/** A number of a HIS's own may hold anything. */
const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const line = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\r\n`;

/** The book for a spreadsheet: UTF-8 behind a byte order mark, titles in the first line; what is not there is empty. */
export const bookCsv = (rows: readonly BookRow[]): string => {
  const prints = Object.values(COLUMNS);
  const lines = rows.map((row) => line(prints.map((print) => print(row) ?? '')));
  return `\uFEFF${line(Object.keys(COLUMNS))}${lines.join('')}`;
};
