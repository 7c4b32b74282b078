import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { ControlContext } from './control-env.ts';

/** Why not: one plain Chinese sentence, and where there are several faults each of them. */
export const problem = (
  c: ControlContext,
  status: ContentfulStatusCode,
  message: string,
  errors?: readonly { readonly message: string }[],
): Response => c.json({ message, ...(errors && { errors }) }, status);

/** A form that does not fit; the message says the first fault, `errors` all of them. */
export const misfit = (c: ControlContext, errors: readonly { readonly message: string }[]): Response =>
  problem(c, 422, errors[0]?.message ?? '内容不对', errors);
