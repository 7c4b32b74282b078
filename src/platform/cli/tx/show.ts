import { ok } from '../../../kernel/result.ts';
import { exportTables } from '../../wire/export.ts';
import type { ExitCode } from '../exit-code.ts';
import { show } from '../server/show.ts';
import type { Terminal } from '../terminal.ts';
import { listsUsedBy } from './code-lists.ts';
import { known } from './known.ts';
import { transactionPage } from './page.ts';
import type { OpenDoor, Transaction } from './transactions.ts';

export type ShowOptions = { readonly door?: OpenDoor; readonly json?: true };

/** `kuasheng tx show INFNO`: everything that is known of a transaction. */
export const showTransaction = (terminal: Terminal, infno: string, options: ShowOptions): ExitCode => {
  const found = known(infno, options.door);
  const page = (transaction: Transaction): string => transactionPage(transaction, terminal.columns);
  return options.json && found.ok
    ? show(terminal, options, ok(asJson(found.value)), () => '')
    : show(terminal, options, found, page);
};

const asJson = ({ door, table, treatment, definition }: Transaction) => {
  const printed = exportTables([door]).find(({ infno }) => infno === table.infno);
  const lists = listsUsedBy(table).map(({ key, name, codes }) => ({ key, name, codes: Object.fromEntries(codes) }));
  const { kind, role, variantOf, needs, refusals, notes = [], differences = [], examples } = definition ?? {};
  const behaviour = definition && { kind, role, variantOf, needs, refusals, notes, differences, examples };
  return { ...printed, treatment, ...behaviour, dictionaries: lists };
};
