import { must } from '../../../../../kernel/assert.ts';
import type { Onboarding } from '../../../../domain/voucher/onboarding/onboarding.ts';
import { standingOf } from '../../../../domain/voucher/onboarding/standing.ts';
import { problem } from '../../answers.ts';
import type { ControlContext, ControlHandler } from '../../control-env.ts';
import { shownOnboarding } from './shown.ts';
import { standingIn, trafficOf } from './traffic.ts';

/** `GET /vouchers/onboarding`: every institution and where it stands at the centre of vouchers 电子结算凭证中心. */
export const listOnboarding: ControlHandler = (c) => {
  const { workspace } = c.var;
  const { reader } = workspace.world().store;
  const all = reader.institutions().map((institution) => {
    const { fixmedins_code } = institution;
    const known = reader.voucherOnboarding(fixmedins_code);
    return shownOnboarding(institution, standingOf(fixmedins_code, known, workspace.settings()));
  });
  return c.json({ institutions: all });
};

/** `GET /vouchers/onboarding/{institution}`: one of them, and the lines of its test as traffic shows them now. */
export const getOnboarding: ControlHandler = async (c) => {
  const { workspace } = c.var;
  const standing = standingIn(workspace, c.req.param('institution') ?? '');
  if (!standing) return noInstitution(c, c.req.param('institution') ?? '');
  return c.json({ ...shownOf(c, standing), cells: await trafficOf(workspace, standing) });
};

export const noInstitution = (c: ControlContext, code: string): Response => problem(c, 404, `没有机构 ${code}`);

export const shownOf = (c: ControlContext, onboarding: Onboarding) => {
  const institution = c.var.workspace.world().store.reader.institution(onboarding.fixmedins_code);
  must(institution, `${onboarding.fixmedins_code} is an institution`);
  return shownOnboarding(institution, onboarding);
};
