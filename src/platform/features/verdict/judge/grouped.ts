/** Rows by a key, in their order; rows without one are left out. */
export const grouped = <Key, Row>(rows: Iterable<Row>, keyOf: (row: Row) => Key | undefined): Map<Key, Row[]> => {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
};
