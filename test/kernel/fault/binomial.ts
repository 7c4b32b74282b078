/** The smallest range of hits in n trials outside of which lies less than `risk` on either side: the exact tails. */
export const binomialBounds = (n: number, p: number, risk: number): { least: number; most: number } => ({
  least: firstAbove(n, p, risk),
  most: n - firstAbove(n, 1 - p, risk),
});

/** The first number of hits at which the sum of the probabilities from 0 on exceeds the risk. */
const firstAbove = (n: number, p: number, risk: number): number => {
  let logTerm = n * Math.log1p(-p);
  let sum = 0;
  for (let hits = 0; hits <= n; hits += 1) {
    sum += Math.exp(logTerm);
    if (sum > risk) return hits;
    logTerm += Math.log((n - hits) / (hits + 1)) + Math.log(p) - Math.log1p(-p);
  }
  return n;
};
