import { dateOf, isCivilDate } from '../../../../kernel/civil-time.ts';
import { recheckDay } from '../../../sandbox.ts';
import { problem } from '../answers.ts';
import type { ControlHandler } from '../control-env.ts';

const NO_DATE = '日期应为 yyyy-MM-dd';

/** `GET /clearing/days?from=2026-09-01&to=2026-09-30`: the statements of these days. */
export const getDays: ControlHandler = (c) => {
  const [from = '', to = from] = [c.req.query('from'), c.req.query('to')];
  if (!isCivilDate(from) || !isCivilDate(to)) return problem(c, 400, NO_DATE);
  const { reader } = c.var.workspace.world().store;
  return c.json({ days: reader.clearingRecords('day', from, `${to} ~`) });
};

/** `POST /clearing/days/{date}/recheck`: reconciles once more; rows that agree by now are released. */
export const postRecheck: ControlHandler = async (c) => {
  const date = c.req.param('date') ?? '';
  if (!isCivilDate(date)) return problem(c, 400, NO_DATE);
  const today = dateOf(c.var.workspace.world().clock.now());
  if (date > today) return problem(c, 409, `${date} 还没有到：现在是 ${today}`);
  return c.json({ days: await recheckDay(c.var.workspace.world(), date) });
};
