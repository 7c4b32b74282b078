import type { Reader, Writer } from '../port.ts';
import type { Database } from './database.ts';

type Look = (...keys: never[]) => unknown;

/**
 * A reader that stays in one read transaction from its first look-up until the writer begins or ends its own. Outside
 * a transaction every look-up takes and gives back the locks of the file, which costs four times the look-up itself;
 * nothing is missed by it, since nobody else writes into the file. `letGo` ends the read transaction.
 */
export const snapshotReader = (connection: Database['$client'], reader: Reader) => {
  const begin = connection.prepare('BEGIN');
  const end = connection.prepare('COMMIT');
  const inside =
    (look: Look): Look =>
    (...keys) => {
      if (!connection.inTransaction) begin.run();
      return look(...keys);
    };
  const lookups = Object.entries(reader).map(([name, look]) => [name, inside(look as Look)]);
  return {
    reader: Object.fromEntries(lookups) as Reader,
    letGo: () => {
      if (connection.inTransaction) end.run();
    },
  };
};

/** The writer, ending the read transaction around its own: a log that is being read is not emptied. */
export const lettingGo = (writer: Writer, letGo: () => void): Writer => ({
  ...writer,
  begin: () => {
    letGo();
    writer.begin();
  },
  commit: () => {
    letGo();
    const committed = writer.commit();
    letGo();
    return committed;
  },
});
