import { asFen, yuan } from '../../../kernel/money.ts';
import type { BookRow } from '../../sandbox.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { table } from '../layout/table.ts';
import { ask } from '../server/control.ts';
import { controlText } from '../server/control-text.ts';
import { failed } from '../server/failure.ts';
import type { ServerOptions } from '../server/options.ts';
import { show } from '../server/show.ts';
import { writeText } from '../server/write-text.ts';
import type { Terminal } from '../terminal.ts';

export type SettlementsOptions = ServerOptions & {
  readonly from: string;
  readonly to: string;
  readonly out?: string;
};

type Book = { readonly settlements: readonly BookRow[] };

/** `kuasheng institution settlements CODE`: what an institution settled and refunded, in words or as a CSV file. */
export const settlementsOf = async (
  terminal: Terminal,
  code: string,
  options: SettlementsOptions,
): Promise<ExitCode> => {
  const { from, to, out } = options;
  const path = `/institutions/${encodeURIComponent(code)}/settlements?${new URLSearchParams({ from, to }).toString()}`;
  if (out !== undefined) return writeCsv(terminal, options, path, out);
  return show(terminal, options, await ask<Book>(options, path), ({ settlements }) =>
    bookInWords(settlements, terminal.columns),
  );
};

const writeCsv = async (terminal: Terminal, options: ServerOptions, path: string, out: string): Promise<ExitCode> => {
  const text = await controlText(options, `${path}&format=csv`);
  if (!text.ok) return failed(terminal, text.error);
  // Reading the answer as text has taken its byte order mark, without which a spreadsheet guesses the encoding.
  const fault = await writeText(out, `\uFEFF${text.value.replace(/^\uFEFF/, '')}`);
  if (fault) return failed(terminal, fault);
  terminal.out(`已写入 ${out}`);
  return EXIT.ok;
};

const HEADS = [
  { title: '结算时间' },
  { title: '结算ID', gives: true },
  { title: '险种' },
  { title: '清算机构' },
  { title: '类别' },
  { title: '总费用', align: 'right' },
  { title: '基金', align: 'right' },
  { title: '状态' },
] as const;

const stateOf = ({ refund_of, state }: BookRow): string => {
  if (refund_of !== null) return '退费';
  return state === 'refunded' ? '已退费' : '有效';
};

const bookInWords = (rows: readonly BookRow[], columns: number): string => {
  if (rows.length === 0) return '这些日期没有结算和退费';
  const cells = rows.map((row) => [
    row.setl_time,
    row.setl_id,
    row.insutype,
    row.clr_optins,
    row.clr_type,
    yuan(asFen(row.medfee_sumamt)),
    yuan(asFen(row.fund_pay_sumamt)),
    stateOf(row),
  ]);
  return [
    table(HEADS, cells, columns),
    '',
    `共 ${rows.length} 行；全部字段用 --json（金额为分）或 --out（CSV，金额为元）`,
  ].join('\n');
};
