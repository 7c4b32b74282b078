/** States what must be true. Throws: only a defect of ours can break it. */
export function must(condition: unknown, what: string): asserts condition {
  if (!condition) throw new Error(`impossible: ${what}`);
}
