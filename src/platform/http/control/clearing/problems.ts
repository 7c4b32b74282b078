import type { Result } from '../../../../kernel/result.ts';
import { misfit, problem } from '../answers.ts';
import type { ControlContext } from '../control-env.ts';

type Problems = string | readonly { readonly message: string }[];

/** What was done, or why not: a form that does not fit, or a state in which it is not possible. */
export const told = <Value>(
  c: ControlContext,
  result: Result<Value, Problems>,
  shown: (value: Value) => object,
  status: 200 | 201 = 200,
): Response => {
  if (result.ok) return c.json(shown(result.value), status);
  return typeof result.error === 'string' ? problem(c, 409, result.error) : misfit(c, result.error);
};
