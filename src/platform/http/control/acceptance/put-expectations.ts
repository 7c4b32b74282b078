import { z } from 'zod';
import { expectations, expectBenefits } from '../../../sandbox.ts';
import { problem } from '../answers.ts';
import type { ControlHandler } from '../control-env.ts';
import { formBody } from '../json-body.ts';
import { provinceFault } from './source.ts';

const form = z.strictObject({ province: z.string(), expectations });

/**
 * `PUT /acceptance/expectations` `{ "province": "440000", "expectations": [{ "psn_no": "…", "dise_codg": "M05300",
 * "medfee_sumamt": "1000.00", "funds": { "310100": "665.00" } }] }`: what settlements of the province's own system must
 * come to 待遇验证, in place of the embedded engine. An empty list takes them back.
 */
export const putExpectations: ControlHandler = async (c) => {
  const given = await formBody(c, form);
  if (!given.ok) return given.error;
  const { province, expectations: rows } = given.value;
  const fault = provinceFault(province);
  if (fault !== undefined) return problem(c, 422, fault);
  await c.var.workspace.world().queue.submit((writer) => writer.apply([expectBenefits(province, rows)]));
  return c.json({ province, expectations: rows.length });
};
