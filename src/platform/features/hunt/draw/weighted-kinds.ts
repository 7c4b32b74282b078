/** A kind that a campaign may draw: how often beside the others, for which transactions, with what. */
export type WeightedKind = {
  readonly kind: string;
  readonly weight: number;
  readonly of: readonly string[];
  readonly scopes?: readonly string[];
  /** For each parameter the values that it may have. */
  readonly with?: Readonly<Record<string, readonly (string | number)[]>>;
  /** It may go on for longer than a window asks again: then only a reversal helps. */
  readonly outlasts?: true;
};

/** Money moves here: a fault of these matters most. */
const MONEY = ['2207', '2207', '2207', '2601'];
const ANY = ['1101', '2201', '2204', '2206', '2207', '2207', '2207', '2601'];
const BOTH = ['before-commit', 'after-commit'];
/** What the window waits for an answer in a hunt is about a second: holding costs that much. */
const ENDING = ['rst', 'rst', 'fin', 'hold'];

/**
 * What a campaign draws from; all invented. Left out are kinds that no HIS can answer for: money of another window
 * (two-windows) and of another party (split-commit hub-only), and kinds of the outside of a message (signature-invalid,
 * no-read), and those that only cost time (drip, huge-answer, outage).
 */
export const WEIGHTED_KINDS: readonly WeightedKind[] = [
  { kind: 'answer-lost', weight: 16, of: ANY, with: { how: ENDING } },
  { kind: 'request-lost', weight: 8, of: ANY, with: { how: ENDING } },
  { kind: 'request-cut', weight: 2, of: MONEY },
  { kind: 'reset', weight: 4, of: ANY, scopes: ['response', 'before-commit'] },
  { kind: 'half-body', weight: 4, of: MONEY },
  { kind: 'chunk-cut', weight: 3, of: MONEY },
  { kind: 'bad-json', weight: 3, of: MONEY },
  { kind: 'bad-charset', weight: 2, of: MONEY },
  { kind: 'login-page', weight: 2, of: MONEY },
  { kind: 'gateway-error', weight: 6, of: ANY, scopes: BOTH, with: { status: [502, 503, 504] } },
  { kind: 'late-answer', weight: 1, of: MONEY, with: { ms: [2_000] } },
  { kind: 'delay', weight: 3, of: ANY, with: { ms: [5, 20, 60] } },
  { kind: 'wrong-msgid', weight: 2, of: MONEY, with: { value: ['empty', 'cut'] } },
  { kind: 'wrong-person', weight: 2, of: ['2207'] },
  { kind: 'money-altered', weight: 4, of: ['2207'], with: { op: ['cent', 'scaled', 'negative', 'bare'] } },
  { kind: 'answer-to-next', weight: 2, of: ['2206', '2207'] },
  { kind: 'answer-twice', weight: 1, of: MONEY },
  { kind: 'request-twice', weight: 3, of: MONEY },
  { kind: 'keep-alive-killed', weight: 2, of: ANY },
  { kind: 'business-error', weight: 3, of: ANY },
  { kind: 'busy', weight: 4, of: ANY, with: { as: ['envelope', 'http'] } },
  { kind: 'sign-in-invalid', weight: 3, of: ANY },
  { kind: 'maintenance-notice', weight: 1, of: ANY },
  { kind: 'place-down', weight: 5, of: ['2207'], with: { as: ['refuse', 'silent'], timeout: [20] }, outlasts: true },
  { kind: 'split-commit', weight: 4, of: ['2207'], with: { leg: ['place-only'], timeout: [20] }, outlasts: true },
  { kind: 'reversal-lost', weight: 5, of: ['2601'], scopes: ['after-commit', 'before-commit'] },
  { kind: 'reversal-refused', weight: 2, of: ['2601'], with: { reason: ['cleared', 'reversed', 'not-found'] } },
  { kind: 'balance-changed', weight: 2, of: ['2207'] },
]; // prettier-ignore
