/** Warnings of several parties as one `warn_msg`, each said once. */
export const joinedWarnings = (...warnings: readonly (string | undefined)[]): string | undefined =>
  warnings.reduce<string | undefined>((text, next) => {
    if (next === undefined || text?.includes(next)) return text;
    return text === undefined ? next : `${text}；${next}`;
  }, undefined);
