import type { Definition } from '../../dispatch/definition.ts';
import { catalogue } from '../../transactions/catalogue.ts';
import { loadTable, tableNumbers } from '../../wire/load-table.ts';
import type { Table } from '../../wire/table.ts';

/** The doors that a message can come through, in the order of all lists. */
export const DOORS = ['hospital', 'national', 'credential'] as const;
export type OpenDoor = (typeof DOORS)[number];

/** What the sandbox does with a message: 办理业务, 收下存档 (an upload that it only keeps), 拒绝. */
export type Treatment = 'behaviour' | 'collected' | 'refused';

/** A documented transaction, with its behaviour where it has one. */
export type Transaction = {
  readonly door: OpenDoor;
  readonly table: Table;
  readonly treatment: Treatment;
  readonly definition?: Definition;
};

const transactionOf = (door: OpenDoor, table: Table): Transaction => {
  const definition = catalogue.find((one) => one.door === door && one.infno === table.infno);
  if (definition !== undefined) return { door, table, treatment: 'behaviour', definition };
  return { door, table, treatment: table.output.length === 0 ? 'collected' : 'refused' };
};

/** Every transaction of these doors that a table describes, by number. */
export const transactionsOf = (doors: readonly OpenDoor[]): Transaction[] =>
  doors.flatMap((door) =>
    tableNumbers(door).flatMap((infno) => {
      const table = loadTable(door, infno);
      return table === undefined ? [] : [transactionOf(door, table)];
    }),
  );

/** The transaction of that number: at that door, or at the first that has one. */
export const findTransaction = (infno: string, door?: OpenDoor): Transaction | undefined => {
  for (const candidate of door === undefined ? DOORS : [door]) {
    const table = loadTable(candidate, infno);
    if (table !== undefined) return transactionOf(candidate, table);
  }
  return undefined;
};
