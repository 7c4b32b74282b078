import { z } from 'zod';
import { dateOf } from '../../../kernel/civil-time.ts';
import { isAdmdvs, namedDivisions, provinceOf } from '../../../kernel/admdvs.ts';
import { monthOf, monthsBefore, playHospitals, playTraffic, seededRandom } from '../../sandbox.ts';
import { problem } from './answers.ts';
import type { ControlHandler } from './control-env.ts';
import { formBody } from './json-body.ts';
import { longAnswer } from './long-answer.ts';

/** All provinces, the 兵团 included. */
const ALL = [...new Set(namedDivisions().map(({ code }) => provinceOf(code)))];

const province = z.string().refine((code) => isAdmdvs(code) && provinceOf(code) === code, { error: '应为省级区划' });

const hospital = z.string().regex(/^[HP]\d{11}$/, { error: '应为定点医药机构编码（H 加十一位数字）' });

/** So many hospitals share a history, and so many visits: a page of 3260 looks at all of five months. */
const MOST_HOSPITALS = 20;
const MOST_VISITS = 10_000;

const form = z
  .strictObject({
    settlements: z.int().min(1).max(2_000_000),
    months: z.int().min(1).max(24).default(3),
    provinces: z.array(province).min(1).optional(),
    hospitals: z.array(hospital).min(1).max(MOST_HOSPITALS).optional(),
    confirm: z.boolean().default(false),
  })
  .superRefine(({ settlements, provinces, hospitals, confirm }, context) => {
    const fault = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message, input: undefined });
    if (hospitals) {
      if (settlements > MOST_VISITS) fault('settlements', `有 hospitals 时最多 ${MOST_VISITS} 笔`);
      return;
    }
    if (provinces && new Set(provinces).size < 2) fault('provinces', '至少两个省，人员才能跨省');
    if (confirm) fault('confirm', '只用于 hospitals：由医院用 3261 确认');
  });

/**
 * `POST /traffic` `{ "settlements": 1000, "months": 3 }`: fills the months before this one; answers when done. With
 * `hospitals` they are visits to these institutions, with `confirm` confirmed where the deadline is over.
 */
export const postTraffic: ControlHandler = async (c) => {
  const wanted = await formBody(c, form);
  if (!wanted.ok) return wanted.error;
  const { settlements, months, provinces = ALL, hospitals, confirm } = wanted.value;
  const { workspace } = c.var;
  const current = monthOf(dateOf(workspace.world().clock.now()));
  const plan = { settlements, months: monthsBefore(current, months), provinces: [...new Set(provinces)] };
  const random = seededRandom(workspace.origin().seed);
  const playing = hospitals
    ? playHospitals(workspace, random, { ...plan, hospitals: [...new Set(hospitals)], confirm })
    : playTraffic(workspace, random, plan);
  return longAnswer(
    c,
    playing.then((played) =>
      played.ok ? c.json({ months: plan.months, played: played.value }, 201) : problem(c, 409, played.error),
    ),
  );
};
