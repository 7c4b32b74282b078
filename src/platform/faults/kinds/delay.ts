import { z } from 'zod';
import { after, before, faultKind, millis } from '../kind.ts';

/** Fixed, between two bounds, or log-normal as real networks are. */
const params = z.union(
  [
    z.strictObject({ ms: millis.default(500) }),
    z.strictObject({ from: millis, to: millis }).refine(({ from, to }) => from <= to),
    z.strictObject({ median: millis, sigma: z.number().min(0).max(3), most: millis }),
  ],
  { error: '应为 { ms }、{ from, to } 或 { median, sigma（0 到 3）, most }，毫秒，最多 600000' },
);

export const delay = faultKind({
  kind: 'delay',
  title: '慢',
  about: '处理之前（before-commit）或之后（after-commit）等一段时间，答复完整。',
  his: '等待，界面上不能重复点击；短于超时时间就不应有任何后果。',
  scopes: ['after-commit', 'before-commit'],
  params,
  effects: ({ scope, with: given, draw }) => {
    const wait = { do: 'wait', ms: lasting(given, draw) } as const;
    return scope === 'before-commit' ? before(wait) : after(wait);
  },
});

/** How long, for a draw from 0 to 1. */
const lasting = (given: z.infer<typeof params>, draw: number): number => {
  if ('ms' in given) return given.ms;
  if ('from' in given) return Math.round(given.from + draw * (given.to - given.from));
  return Math.min(given.most, Math.round(given.median * Math.exp(given.sigma * normal(draw))));
};

/** The logistic curve stands for the normal one: the same middle, tails a little heavier. */
const normal = (draw: number): number => Math.log(Math.max(draw, 1e-9) / Math.max(1 - draw, 1e-9)) / 1.702;
