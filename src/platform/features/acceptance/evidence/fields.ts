type Fields = Readonly<Record<string, unknown>>;

/** A text of a node; what is empty counts as absent. Numbers are what some clients send for codes. */
export const textOf = (node: Fields | undefined, code: string): string | undefined => {
  const value = node?.[code];
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
};

/** A node that holds fields. */
export const nodeOf = (body: Fields | undefined, name: string): Fields | undefined => {
  const value = body?.[name];
  return isFields(value) ? value : undefined;
};

/** The rows of a list. */
export const rowsUnder = (body: Fields | undefined, name: string): Fields[] => {
  const value = body?.[name];
  return Array.isArray(value) ? value.filter(isFields) : [];
};

/** The rows of all lists of a body: uploads and downloads have one. */
export const allRows = (body: Fields | undefined): Fields[] =>
  body === undefined ? [] : Object.keys(body).flatMap((name) => rowsUnder(body, name));

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
