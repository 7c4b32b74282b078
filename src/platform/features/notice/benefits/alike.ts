/** Items that print alike, together; groups in the order of their first items. */
export const alike = <T>(items: readonly T[], print: (item: T) => unknown): (readonly [T, ...T[]])[] => {
  const groups = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const key = JSON.stringify(print(item));
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()];
};
