import { must } from '../../src/kernel/assert.ts';
import type { Result } from '../../src/kernel/result.ts';

/** The value of something that must have succeeded. */
export const taken = <T>(result: Result<T, string>): T => {
  must(result.ok, result.ok ? '' : result.error);
  return result.value;
};
