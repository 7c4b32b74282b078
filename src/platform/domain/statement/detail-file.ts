import { parseScaled } from '../../../kernel/decimal.ts';
import { asFen, type Fen } from '../../../kernel/money.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import type { Entry } from '../../../rules/clearing/reconcile.ts';

/** A row of the file that a hospital uploads for 3202: one settlement or refund. */
export type DetailRow = Entry & {
  readonly mdtrt_id: string;
  readonly psn_no: string;
  readonly refd_setl_flag: string;
};

/** Columns of the file, by TAB (order of public HIS code; the table lists the same fields in the same order). */
const COLUMNS = 7;

/** So many rows at once: a file is compared while messages wait. */
export const MOST_ROWS = 20_000;

/** So many faults are named. */
const NAMED = 5;

const amountOf = (text: string): Fen | undefined => {
  const units = parseScaled(text, 2);
  return units === undefined ? undefined : asFen(units);
};

const rowOf = (line: string, at: number): DetailRow | string => {
  const cells = line.split('\t').map((cell) => cell.trim());
  if (cells.length < COLUMNS) return `第 ${at} 行有 ${cells.length} 列，应为 ${COLUMNS} 列（制表符分隔）`;
  const [setl_id, mdtrt_id, psn_no, total, fund, account, refd_setl_flag] = cells as [
    string, string, string, string, string, string, string,
  ]; // prettier-ignore
  const [medfee_sumamt, fund_pay_sumamt, acct_pay] = [total, fund, account].map(amountOf);
  if (setl_id === '' || setl_id === 'null') return `第 ${at} 行缺少结算ID setl_id`;
  if (medfee_sumamt === undefined || fund_pay_sumamt === undefined || acct_pay === undefined) {
    return `第 ${at} 行的金额（${total}、${fund}、${account}）应为两位小数的元`;
  }
  return { setl_id, mdtrt_id, psn_no, medfee_sumamt, fund_pay_sumamt, acct_pay, refd_setl_flag };
};

/** The rows of a file, or in plain Chinese what is wrong with it. Empty lines are none. */
export const readDetailFile = (text: string): Result<readonly DetailRow[], string> => {
  const lines = text.split('\n').flatMap((line, index) => (line.trim() === '' ? [] : [[line, index + 1] as const]));
  if (lines.length > MOST_ROWS) return fail(`有 ${lines.length} 行，一次最多 ${MOST_ROWS} 行，请缩短日期范围分次对账`);
  const read = lines.map(([line, at]) => rowOf(line, at));
  const faults = read.filter((row) => typeof row === 'string');
  if (faults.length === 0) return ok(read.filter((row) => typeof row !== 'string'));
  const named = faults.slice(0, NAMED).join('；');
  return fail(faults.length > NAMED ? `${named}；等共 ${faults.length} 处` : named);
};
