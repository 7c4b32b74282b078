/** Rows by what they have in common, in the order in which each group first appears. */
export const grouped = <Row>(rows: readonly Row[], keyOf: (row: Row) => readonly string[]): Row[][] => {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = JSON.stringify(keyOf(row));
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()];
};
