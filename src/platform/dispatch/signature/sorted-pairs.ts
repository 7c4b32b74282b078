/** `{ b: '2', a: '1' }` → `a=1&b=2`: pairs sorted by code point of their keys, values as they are. */
export const sortedPairs = (values: Readonly<Record<string, string>>): string =>
  Object.entries(values)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${key}=${value}`)
    .join('&');
