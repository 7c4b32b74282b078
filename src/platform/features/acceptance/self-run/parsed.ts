/** The value of a JSON text; undefined where it is none: another server's page, a gateway's text. */
export const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};
