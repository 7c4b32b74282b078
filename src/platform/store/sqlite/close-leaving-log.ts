import type Sqlite from 'better-sqlite3';

/**
 * Closes a connection that writes, and one that reads, without moving the log into the file. SQLite does that when the
 * last connection closes, and waits for the disk, unless that one may only read. Nothing is lost: whoever opens the
 * file next reads the log as well.
 */
export const closeLeavingLog = (writer: Sqlite.Database, reader: Sqlite.Database): void => {
  writer.close();
  reader.close();
};
