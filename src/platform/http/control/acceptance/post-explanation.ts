import { z } from 'zod';
import { explain, notExplainable } from '../../../sandbox.ts';
import { misfit, problem } from '../answers.ts';
import type { ControlHandler } from '../control-env.ts';
import { formBody } from '../json-body.ts';
import { provinceFault } from './source.ts';

const form = z.strictObject({
  province: z.string(),
  rows: z.array(z.string().min(1).max(40)).min(1).max(300),
  text: z.string().trim().max(500),
});

/**
 * `POST /acceptance/explanations` `{ "province": "440000", "rows": ["2.M05300.17"], "text": "…" }`: an explanation 情况说明
 * beside rows that the documents let stand on one; `residents` explains the residents in every row. An empty text takes
 * it back.
 */
export const postExplanation: ControlHandler = async (c) => {
  const given = await formBody(c, form);
  if (!given.ok) return given.error;
  const { province, rows, text } = given.value;
  const fault = provinceFault(province);
  if (fault !== undefined) return problem(c, 422, fault);
  const faults = rows.flatMap((row) => notExplainable(row) ?? []);
  if (faults.length > 0)
    return misfit(
      c,
      faults.map((message) => ({ message })),
    );
  await c.var.workspace.world().queue.submit((writer) => writer.apply(rows.map((row) => explain(province, row, text))));
  return c.json({ province, rows, text });
};
