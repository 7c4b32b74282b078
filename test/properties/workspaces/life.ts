import fc, { type Arbitrary } from 'fast-check';

/** What happens in a workspace next. */
export type Act =
  | {
      readonly kind: 'visit';
      readonly patient: readonly [place: string, n: number];
      readonly fen: number;
      readonly ends: 'open' | 'settled' | 'settled twice' | 'refunded' | 'reversed';
    }
  | { readonly kind: 'ask'; readonly patient: readonly [place: string, n: number] }
  | { readonly kind: 'nonsense'; readonly body: string }
  | { readonly kind: 'advance'; readonly hours: number }
  | { readonly kind: 'settings'; readonly changes: object }
  | { readonly kind: 'save' }
  | { readonly kind: 'restore' };

/** A workspace from its seed on. */
export type Life = {
  readonly seed: string;
  readonly clock: { readonly mode: 'frozen' } | { readonly mode: 'stepped'; readonly step: number };
  /** Civil date. */
  readonly starts: string;
  readonly acts: readonly Act[];
};

/** A few people only, whom all workspaces have, each with lives of their own. */
const patient = fc.tuple(fc.constantFrom('610100', '320100'), fc.integer({ min: 1, max: 4 }));

const SETTINGS = [
  { strict: true }, { strict: false }, { credentials: 'card-only' }, { credentials: 'all' }, { reusedMsgid: 'new' },
]; // prettier-ignore

const act: Arbitrary<Act> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('visit' as const),
      patient,
      fen: fc.integer({ min: 1, max: 2_000_000 }),
      ends: fc.constantFrom('open', 'settled', 'settled', 'settled twice', 'refunded', 'reversed'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('ask' as const), patient }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('nonsense' as const), body: fc.constantFrom('', '{', '{"infno":"1"}') }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('advance' as const), hours: fc.integer({ min: 1, max: 2_000 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('settings' as const), changes: fc.constantFrom(...SETTINGS) }),
  },
  { weight: 1, arbitrary: fc.constantFrom<Act>({ kind: 'save' }, { kind: 'restore' }) },
);

const clock: Arbitrary<Life['clock']> = fc.oneof(
  fc.constant({ mode: 'frozen' as const }),
  fc.record({ mode: fc.constant('stepped' as const), step: fc.integer({ min: 1, max: 60_000 }) }),
);

/** Lives of that many acts at most; no two have the same seed. */
export const lives = (count: number, acts: number): Arbitrary<Life[]> =>
  fc
    .array(
      fc.record({
        clock,
        starts: fc.constantFrom('2026-09-01', '2026-12-31', '2027-02-28'),
        acts: fc.array(act, { minLength: 1, maxLength: acts, size: 'max' }),
      }),
      { minLength: count, maxLength: count },
    )
    .map((rows) => rows.map((row, index) => ({ ...row, seed: `seed-${index}` })));
