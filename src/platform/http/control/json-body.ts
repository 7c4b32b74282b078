import type { z } from 'zod';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import { parseJson } from '../../wire/parse-json.ts';
import { readForm } from '../../wire/read-form.ts';
import { readBody } from '../read-body.ts';
import { misfit, problem } from './answers.ts';
import type { ControlContext } from './control-env.ts';

/** A form of the control API is small. */
const MAXIMUM = 1_048_576;

/** The value of a JSON body, or the answer that says why there is none. An absent body is an empty object. */
export const jsonBody = async (c: ControlContext, maximum = MAXIMUM): Promise<Result<unknown, Response>> => {
  const bytes = await readBody(c.req.raw, maximum);
  if (bytes === 'too-large') return fail(problem(c, 413, `内容过大：最多 ${maximum / 1_048_576} MiB`));
  if (bytes === 'broken-off') return fail(problem(c, 400, '内容没有传完'));
  if (bytes.length === 0) return ok({});
  const parsed = parseJson(bytes);
  return parsed.ok ? parsed : fail(problem(c, 400, '内容不是合法的 JSON（UTF-8）'));
};

/** The body as a form, or the answer that lists what is wrong with it. */
export const formBody = async <T>(c: ControlContext, schema: z.ZodType<T>): Promise<Result<T, Response>> => {
  const raw = await jsonBody(c);
  if (!raw.ok) return raw;
  const form = readForm(schema, raw.value);
  return form.ok ? form : fail(misfit(c, form.error));
};
