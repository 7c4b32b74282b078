import { hash as digest } from 'node:crypto';
import { maskRealNumbers } from '../../kernel/identity-number.ts';

/**
 * A decoded input as JSON in table order: what the journal keeps and what idempotency compares. A relayed message
 * shares it with the one that it relays, so its other forms are made once, when they are first wanted.
 */
export type Canonical = {
  /** Short hash: two messages of one msgid are the same when it is equal. */
  readonly hash: () => string;
  /** The JSON text, numbers that may be a real person's masked. */
  readonly masked: () => string;
};

export const canonicalOf = (input: unknown): Canonical => {
  const text = JSON.stringify(input) ?? '';
  let hash: string | undefined;
  let masked: string | undefined;
  return {
    hash: () => (hash ??= digest('sha256', text, 'base64url').slice(0, 22)),
    masked: () => (masked ??= maskRealNumbers(text)),
  };
};
