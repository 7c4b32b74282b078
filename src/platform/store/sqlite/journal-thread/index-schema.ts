/** What a version of the program makes of an index file; another one is thrown away and made anew. */
export const INDEX_FORMAT = 2;

/** The columns of an entry, in order: the journal's without what is long. */
const COLUMNS = [
  'seq', 'at', 'hop', 'infcode', 'trace', 'door', 'infno', 'sender', 'institution', 'msgid', 'psn_no', 'mdtrt_id',
  'setl_id', 'refusal', 'violations', 'faults',
].join(', '); // prettier-ignore

/**
 * The index beside a book: narrow rows that are read from end to end in milliseconds, and the trigrams of the texts.
 * Everything in it is in the book as well.
 */
export const INDEX = `
  CREATE TABLE IF NOT EXISTS entry (
    seq INTEGER PRIMARY KEY, at INTEGER, hop INTEGER, infcode INTEGER, trace TEXT, door TEXT, infno TEXT, sender TEXT,
    institution TEXT, msgid TEXT, psn_no TEXT, mdtrt_id TEXT, setl_id TEXT, refusal TEXT, violations TEXT, faults TEXT
  );
  CREATE VIRTUAL TABLE IF NOT EXISTS text USING fts5
    (body, content='', contentless_delete=1, tokenize='trigram', detail=none);
  PRAGMA user_version = ${INDEX_FORMAT};`;

/**
 * A field of the input wherever transactions have it. Masked numbers never stand bare, but one odd row must not stop
 * all.
 */
const inInput = (alias: string, ...paths: readonly string[]): string => {
  const fields = paths.map((path) => `${alias}.input ->> '${path}'`).join(', ');
  return `CASE WHEN json_valid(${alias}.input) THEN coalesce(${fields}) END`;
};

const nodes = (field: string) => ['data', 'mdtrtinfo', 'feedetail[0]'].map((node) => `$.${node}.${field}`);

/**
 * `todo`: rows that have no entry yet; `unread`: rows whose text is not taken in. `fresh`: the rows of `todo` in the
 * columns of an entry; the institution of a hop is that of the message from outside.
 */
export const FRESH = `
  CREATE TEMP TABLE todo (seq INTEGER PRIMARY KEY);
  CREATE TEMP TABLE unread (seq INTEGER PRIMARY KEY);
  CREATE TEMP VIEW fresh AS SELECT
    j.seq AS seq, j.at AS at, j.hop AS hop, j.infcode AS infcode, j.trace AS trace, j.door AS door, j.infno AS infno,
    j.sender AS sender,
    (SELECT CASE o.door WHEN 'hospital' THEN o.sender
        ELSE ${inInput('o', '$.data.fixmedins_code', '$.data.fixmedins_code')} END
      FROM book.journal o WHERE o.trace = j.trace ORDER BY o.hop, o.seq LIMIT 1) AS institution,
    j.msgid AS msgid,
    coalesce(j.psn_no, ${inInput('j', ...nodes('psn_no'))}) AS psn_no,
    coalesce(j.mdtrt_id, ${inInput('j', ...nodes('mdtrt_id'))}) AS mdtrt_id,
    coalesce(j.setl_id, ${inInput('j', ...nodes('setl_id'))}) AS setl_id,
    j.refusal AS refusal, j.violations AS violations, j.faults AS faults, j.input AS input, j.err_msg AS err_msg
  FROM todo CROSS JOIN book.journal j ON j.seq = todo.seq;`;

/** All that the book has and the index lacks; and what the index has of rows that were dropped. */
export const RECONCILE = `
  DELETE FROM text WHERE rowid IN (SELECT rowid FROM text EXCEPT SELECT seq FROM book.journal);
  DELETE FROM entry WHERE seq IN (SELECT seq FROM entry EXCEPT SELECT seq FROM book.journal);
  INSERT INTO todo SELECT seq FROM book.journal EXCEPT SELECT seq FROM entry;
  INSERT INTO unread SELECT seq FROM entry EXCEPT SELECT rowid FROM text;`;

export const TAKE_IN = `INSERT INTO entry (${COLUMNS})
  SELECT ${COLUMNS} FROM fresh WHERE seq IN (SELECT seq FROM todo ORDER BY seq DESC LIMIT ?)`;
