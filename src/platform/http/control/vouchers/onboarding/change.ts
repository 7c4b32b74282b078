import type { Cell } from '../../../../domain/voucher/onboarding/matrix.ts';
import { countsAfter } from '../../../../domain/voucher/onboarding/take-step.ts';
import { onboardInto, onboardStep, stateForm, stepForm } from '../../../../sandbox.ts';
import { misfit } from '../../answers.ts';
import type { ControlContext, ControlHandler } from '../../control-env.ts';
import { formBody } from '../../json-body.ts';
import { noInstitution, shownOf } from './read.ts';
import { standingIn, trafficOf } from './traffic.ts';

/**
 * `POST /vouchers/onboarding/steps` `{ "step": "apply", "institutions": ["H…"], "department": "信息科", "phone": "…",
 * "vendor": "…", "types": ["1"] }`: a step of the flow 接入 by hospital, city bureau or province team. `report` wants
 * `compiledBy`; `problems`, `summary` (of `verify`) and `note` may be there.
 */
export const postStep: ControlHandler = async (c) => {
  const wanted = await formBody(c, stepForm);
  if (!wanted.ok) return wanted.error;
  const gathered = await trafficOfAll(c, wanted.value.institutions);
  const stepped = await onboardStep(c.var.workspace.world(), wanted.value, (standing) => {
    const seen = gathered.get(standing.fixmedins_code);
    return seen?.after === countsAfter(standing) ? seen.cells : [];
  });
  if (!stepped.ok) return misfit(c, stepped.error);
  return c.json({ institutions: stepped.value.map((one) => shownOf(c, one)) });
};

/** What traffic showed of an institution, and after which row of the journal it was looked for. */
type Gathered = { readonly after: number; readonly cells: readonly Cell[] };

const trafficOfAll = async (c: ControlContext, codes: readonly string[]): Promise<Map<string, Gathered>> => {
  const gathered = new Map<string, Gathered>();
  for (const code of codes) {
    const standing = standingIn(c.var.workspace, code);
    if (!standing) continue;
    const cells = await trafficOf(c.var.workspace, standing);
    gathered.set(code, { after: countsAfter(standing), cells });
  }
  return gathered;
};

/** `PUT /vouchers/onboarding/{institution}` `{ "state": "none|test|live" }`: without papers (sandbox). */
export const putOnboarding: ControlHandler = async (c) => {
  const wanted = await formBody(c, stateForm);
  if (!wanted.ok) return wanted.error;
  const { workspace } = c.var;
  await workspace.journal().written();
  const code = c.req.param('institution') ?? '';
  const after = await onboardInto(workspace.world(), code, wanted.value.state);
  return after ? c.json(shownOf(c, after)) : noInstitution(c, code);
};
