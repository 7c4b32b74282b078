import type { JournalFilter } from '../../port/journal-index.ts';

/** A condition of SQL over the columns of an entry, and the values for its question marks. */
export type Where = { readonly sql: string; readonly values: readonly (string | number)[] };

/** Fields that may have several values. */
export const LISTED = [
  'trace', 'door', 'infno', 'sender', 'institution', 'msgid', 'psn_no', 'mdtrt_id', 'setl_id', 'refusal',
] as const; // prettier-ignore

const listed = (column: string, values: readonly string[] | undefined): Where[] => {
  if (values === undefined) return [];
  return [{ sql: `${column} IN (${values.map(() => '?').join(', ')})`, values }];
};

/** `mine` as a fault's id or kind; the values hold nothing that JSON would write otherwise. */
const struck = (values: readonly string[] | undefined): Where[] => {
  if (values === undefined) return [];
  if (values.includes('any')) return [{ sql: 'faults IS NOT NULL', values: [] }];
  const named = values.flatMap((value) => [`"fault":"${value}"`, `"kind":"${value}"`]);
  return [{ sql: `(${named.map(() => 'instr(faults, ?) > 0').join(' OR ')})`, values: named }];
};

const compared = (sql: string, value: string | number | undefined): Where[] =>
  value === undefined ? [] : [{ sql, values: [value] }];

/** The condition of a filter, its text aside: that one is looked up. */
export const whereOf = (filter: JournalFilter): Where => {
  const { hop, infcode, violations, since, until, after, before, among } = filter;
  const parts = [
    ...LISTED.flatMap((column) => listed(column, filter[column])),
    ...struck(filter.fault),
    ...compared('hop = ?', hop),
    ...compared('infcode = ?', infcode),
    ...compared("(violations <> '[]' AND instr(violations, ?) > 0)", violations),
    ...compared('at >= ?', since),
    ...compared('at <= ?', until),
    ...compared('seq > ?', after),
    ...compared('seq < ?', before),
    ...compared('seq IN (SELECT value FROM json_each(?))', among && JSON.stringify(among)),
  ];
  return {
    sql: parts.map(({ sql }) => sql).join(' AND ') || '1',
    values: parts.flatMap(({ values }) => values),
  };
};
