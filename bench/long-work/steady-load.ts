/** Times of requests in ms, from the moment at which each was due: who waits for its turn has waited. */
export type Times = { readonly count: number; readonly p50: number; readonly p99: number; readonly most: number };

/** Starts so many requests a second, whatever becomes of those before, until it is stopped. */
export const steadyLoad = (perSecond: number, request: () => Promise<unknown>): (() => Promise<Times>) => {
  const times: number[] = [];
  const under: Promise<unknown>[] = [];
  const start = performance.now();
  let sent = 0;
  const send = async (due: number): Promise<void> => {
    await request();
    times.push(performance.now() - due);
  };
  const timer = setInterval(() => {
    const due = 1 + Math.floor(((performance.now() - start) / 1_000) * perSecond);
    for (; sent < due; sent += 1) under.push(send(start + (sent * 1_000) / perSecond));
  }, 1);
  return async () => {
    clearInterval(timer);
    await Promise.all(under);
    return summary(times);
  };
};

const summary = (times: number[]): Times => {
  const sorted = times.sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { count: sorted.length, p50: at(0.5), p99: at(0.99), most: at(1) };
};
