import { expect } from 'vitest';
import { BOTH, envelopeIn, NOBODY, NOTHING, WHOLE, type Row } from './row.ts';

const AFTER = { scope: 'after-commit', book: BOTH } as const;
const LOST = { ...AFTER, delivery: 'cut' } as const;

const success: Pick<Row, 'seen' | 'body' | 'delivery'> = {
  seen: WHOLE,
  body: (bytes) => expect(envelopeIn(bytes).infcode).toBe(0),
  delivery: 'sent',
};

const page = (status: number): Row => ({
  ...AFTER,
  kind: 'gateway-error',
  with: { status },
  seen: { ...WHOLE, status, type: 'text/html' },
  body: (bytes) => expect(bytes.toString('utf8')).toContain(`<h1>${status} `),
  delivery: 'sent',
});

/** It is committed, the answer does not come as it should. */
export const AFTER_COMMIT: readonly Row[] = [
  { ...LOST, kind: 'answer-lost', seen: { ...NOTHING, end: 'rst' } },
  { ...LOST, kind: 'answer-lost', with: { how: 'fin', ms: 10 }, seen: { ...NOTHING, end: 'fin' } },
  { ...LOST, kind: 'answer-lost', with: { how: 'hold' }, seen: { ...NOTHING, end: 'open' } },
  { ...LOST, kind: 'answer-to-next', seen: { ...NOTHING, end: 'rst' } },
  { ...LOST, kind: 'reversal-lost', struck: 'reversal', seen: { ...NOTHING, end: 'rst' }, book: NOBODY },
  { ...AFTER, kind: 'delay', with: { from: 5, to: 20 }, ...success },
  { ...AFTER, kind: 'delay', with: { median: 5, sigma: 0.5, most: 30 }, ...success },
  { ...AFTER, kind: 'late-answer', with: { ms: 30 }, ...success },
  { ...AFTER, kind: 'out-of-order', with: { most: 30 }, ...success },
  page(500),
  page(502),
  page(503),
  page(504),
];
