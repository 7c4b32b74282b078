import type { Exchange } from './evidence/exchange.ts';

/** A breach of the interface tables: which transaction, which field, how, how often, and where it was last. */
export type Breach = {
  readonly infno: string;
  /** `data.hosp_lv`, or a field of the envelope. */
  readonly field: string;
  /** `missing`, `length`, `code` …, as the reader of the tables names it. */
  readonly kind: string;
  readonly count: number;
  readonly last: Exchange;
};

/** Every breach by field; rows of a list count as one field. */
export const breachesOf = (exchanges: readonly Exchange[]): Breach[] => {
  const found = new Map<string, Breach>();
  for (const exchange of exchanges) {
    for (const violation of new Set(exchange.violations.map(withoutRow))) {
      const key = `${exchange.infno} ${violation}`;
      const at = violation.lastIndexOf(':');
      const [field, kind] = [violation.slice(0, at), violation.slice(at + 1)];
      found.set(key, { infno: exchange.infno, field, kind, count: (found.get(key)?.count ?? 0) + 1, last: exchange });
    }
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, breach]) => breach);
};

/** `input.feedetail[3].pric:missing` is `feedetail[].pric:missing`. */
const withoutRow = (violation: string): string => violation.replace(/^input\./, '').replace(/\[\d+\]/g, '[]');
