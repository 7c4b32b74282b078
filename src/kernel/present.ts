/** The same without what is undefined: JSON leaves it out, strict forms and exact optional fields refuse it. */
export type Present<Values> = { [Key in keyof Values]?: Exclude<Values[Key], undefined> };

/** What of these values is there. */
export const present = <Values extends object>(values: Values): Present<Values> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Present<Values>;
