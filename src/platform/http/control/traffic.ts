import { z } from 'zod';
import { dateOf } from '../../../kernel/civil-time.ts';
import { isAdmdvs, namedDivisions, provinceOf } from '../../../kernel/admdvs.ts';
import { monthOf, monthsBefore, playTraffic, seededRandom } from '../../sandbox.ts';
import { problem } from './answers.ts';
import type { ControlHandler } from './control-env.ts';
import { formBody } from './json-body.ts';

/** All provinces, the 兵团 included. */
const ALL = [...new Set(namedDivisions().map(({ code }) => provinceOf(code)))];

const province = z.string().refine((code) => isAdmdvs(code) && provinceOf(code) === code, { error: '应为省级区划' });

const form = z.strictObject({
  settlements: z.int().min(1).max(2_000_000),
  months: z.int().min(1).max(24).default(3),
  provinces: z.array(province).min(2).optional(),
});

/** `POST /traffic` `{ "settlements": 1000, "months": 3 }`: fills the months before this one; answers when done. */
export const postTraffic: ControlHandler = async (c) => {
  const wanted = await formBody(c, form);
  if (!wanted.ok) return wanted.error;
  const { settlements, months, provinces = ALL } = wanted.value;
  const current = monthOf(dateOf(c.var.workspace.world().clock.now()));
  const plan = { settlements, months: monthsBefore(current, months), provinces: [...new Set(provinces)] };
  const { workspace } = c.var;
  const played = await playTraffic(workspace, seededRandom(workspace.origin().seed), plan);
  return played.ok ? c.json({ months: plan.months, played: played.value }, 201) : problem(c, 409, played.error);
};
