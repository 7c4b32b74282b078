import type { Returned } from './insured-place.ts';

/** What comes back, or undefined when nothing does in time. Wire time: the real clock of the machine. */
export const within = (returning: Promise<Returned>, timeoutMs: number): Promise<Returned | undefined> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => resolve(undefined), timeoutMs);
    returning.then(resolve, () => resolve(undefined)).finally(() => clearTimeout(timer));
  });
