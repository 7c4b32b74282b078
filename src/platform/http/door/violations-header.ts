/** Breaches that the header names; the answer's journal row has them all. */
const NAMED = 20;

/**
 * The value of `x-kuasheng-violations`: `data.certno:missing,data.cnt:type,+12`. Headers carry ASCII only, so the
 * ellipsis of the rest is left out and anything else in a path becomes `?`. Undefined where nothing was breached.
 */
export const violationsHeader = (violations: readonly string[]): string | undefined => {
  if (violations.length === 0) return undefined;
  const named = violations.slice(0, NAMED).map(ascii);
  const rest = violations.length - named.length;
  return (rest > 0 ? [...named, `+${rest}`] : named).join(',');
};

const ascii = (violation: string): string => violation.replace(/[^!-+\--~]/g, '?');
