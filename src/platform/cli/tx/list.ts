import { EXIT, type ExitCode } from '../exit-code.ts';
import { table } from '../layout/table.ts';
import { json } from '../server/show.ts';
import type { Terminal } from '../terminal.ts';
import { DOORS, transactionsOf, type OpenDoor, type Transaction } from './transactions.ts';
import { DOOR_NAMES, FIDELITIES, TREATMENTS } from './words.ts';

export type ListOptions = { readonly door?: OpenDoor; readonly json?: true };

/** `kuasheng tx list [TEXT]`: all transactions, or those whose number or title holds the text. */
export const listTransactions = (terminal: Terminal, part: string | undefined, options: ListOptions): ExitCode => {
  const found = transactionsOf(options.door === undefined ? DOORS : [options.door]).filter(
    ({ table: { infno, name } }) => part === undefined || infno.includes(part) || name.includes(part),
  );
  terminal.out(options.json ? json(found.map(rowOf)) : inWords(found, terminal.columns));
  return EXIT.ok;
};

const rowOf = ({ door, table: { infno, name, chapter, fidelity }, treatment, definition }: Transaction) => ({
  door,
  infno,
  title: name,
  chapter,
  treatment,
  fidelity,
  ...(definition !== undefined && { kind: definition.kind }),
  ...(definition?.variantOf !== undefined && { variantOf: definition.variantOf }),
});

const HEADS = [
  { title: '接口' },
  { title: '交易' },
  { title: '名称', gives: true },
  { title: '沙箱' },
  { title: '依据' },
] as const;

const inWords = (found: readonly Transaction[], columns: number): string => {
  const rows = found.map(({ door, table: { infno, name, fidelity }, treatment }) => [
    DOOR_NAMES[door],
    infno,
    name,
    TREATMENTS[treatment],
    FIDELITIES[fidelity],
  ]);
  const count = (treatment: Transaction['treatment']) => found.filter((one) => one.treatment === treatment).length;
  return [
    table(HEADS, rows, columns),
    '',
    `共 ${found.length} 个交易：办理业务 ${count('behaviour')}，收下存档 ${count('collected')}，拒绝 ${count('refused')}。` +
      '字段见 kuasheng tx show 交易编号',
  ].join('\n');
};
