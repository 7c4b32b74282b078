import { divided, halfUp, NOTHING, times, whole, type Fraction } from './fraction.ts';
import { least } from './visit.ts';
import { moneyOf, named, ratioOf, type Written } from './written-value.ts';

/** A ratio from an amount on, up to where the next begins. */
export type Band = { readonly from: bigint; readonly ratio: Fraction };

/** A flat ratio is one band from nothing on. */
export const bandsOf = (value: Written): readonly Band[] =>
  Array.isArray(value)
    ? (value as readonly Written[]).map((one) => ({
        from: moneyOf(named(one, 'from')),
        ratio: ratioOf(named(one, 'ratio')),
      }))
    : [{ from: 0n, ratio: ratioOf(value) }];

/** A piece of a cost that has one ratio. */
export type Piece = { readonly cost: bigint; readonly ratio: Fraction };

/** Lays a cost on the scale of the bands, beginning where the year stands: the pieces that fall into each band. */
export const piecesOf = (bands: readonly Band[], begin: bigint, cost: bigint): readonly Piece[] => {
  const pieces: Piece[] = [];
  for (const [index, { from, ratio }] of bands.entries()) {
    const until = bands[index + 1]?.from;
    const first = begin > from ? begin : from;
    const last = until === undefined ? begin + cost : least(until, begin + cost);
    if (last > first) pieces.push({ cost: last - first, ratio });
  }
  return pieces;
};

/** The ratio that holds at a place of the scale. */
export const ratioAt = (bands: readonly Band[], position: bigint): Fraction =>
  bands.findLast(({ from }) => from <= position)?.ratio ?? NOTHING;

export const paymentOf = ({ cost, ratio }: Piece): bigint => halfUp(times(whole(cost), ratio));

/** Each band is rounded once. */
export const paymentsOf = (pieces: readonly Piece[]): bigint =>
  pieces.reduce((total, piece) => total + paymentOf(piece), 0n);

export const costOf = (pieces: readonly Piece[]): bigint => pieces.reduce((total, { cost }) => total + cost, 0n);

/** The share of the cost that the pieces pay in all; of one piece its ratio. */
export const shareOf = (pieces: readonly Piece[]): Fraction => {
  const [only] = pieces;
  if (only !== undefined && pieces.length === 1) return only.ratio;
  return divided(whole(paymentsOf(pieces)), whole(costOf(pieces)));
};

/** The first so much cost of the pieces. */
export const firstOf = (pieces: readonly Piece[], cost: bigint): readonly Piece[] => {
  const first: Piece[] = [];
  let open = cost;
  for (const piece of pieces) {
    const taken = least(open, piece.cost);
    if (taken > 0n) first.push({ cost: taken, ratio: piece.ratio });
    open -= taken;
  }
  return first;
};

/** The cost that a payment stands for: whole pieces while the payment lasts, then payment ÷ ratio. */
export const coveredBy = (pieces: readonly Piece[], payment: bigint): bigint => {
  let covered = 0n;
  let open = payment;
  for (const piece of pieces) {
    if (open < paymentOf(piece)) return covered + least(piece.cost, halfUp(divided(whole(open), piece.ratio)));
    covered += piece.cost;
    open -= paymentOf(piece);
  }
  return covered;
};
