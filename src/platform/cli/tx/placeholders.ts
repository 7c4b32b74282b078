/** Values for `{psn_no}` and the like in an example or a user's file. */
export type Values = Readonly<Record<string, string>>;

const PLACEHOLDER = /\{([A-Za-z_]+)\}/g;

/** The message with its placeholders filled; those without a value stay as they are. */
export const filled = (value: unknown, values: Values): unknown => {
  if (typeof value === 'string') return value.replace(PLACEHOLDER, (all, name: string) => values[name] ?? all);
  if (Array.isArray(value)) return value.map((entry) => filled(entry, values));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, filled(entry, values)]));
};

/** Names of the placeholders in a message, each once. */
export const placeholdersIn = (value: unknown): string[] => [
  ...new Set([...JSON.stringify(value ?? null).matchAll(PLACEHOLDER)].map(([, name = '']) => name)),
];
