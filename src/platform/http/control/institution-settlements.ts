import { addMonths, isCivilDate } from '../../../kernel/civil-time.ts';
import { bookCsv, hospitalBook } from '../../sandbox.ts';
import { problem } from './answers.ts';
import type { ControlHandler } from './control-env.ts';

const CSV = 'text/csv; charset=utf-8';

const faultOfRange = (from: string, to: string): string | undefined => {
  if (!isCivilDate(from) || !isCivilDate(to)) return '请写明起止日期 from 和 to，均为 yyyy-MM-dd';
  if (from > to) return `结束日期 to（${to}）早于开始日期 from（${from}）`;
  return to < addMonths(from, 12) ? undefined : `一次最多一年：从 ${from} 起，to 应早于 ${addMonths(from, 12)}`;
};

/**
 * `GET /institutions/{code}/settlements?from=2026-11-01&to=2026-11-30`: what an institution settled and refunded, for
 * a HIS that has no answers of a history; at most a year, amounts in 分. With `format=csv` in 元, as on the wire.
 */
export const getInstitutionSettlements: ControlHandler = (c) => {
  const code = c.req.param('code') ?? '';
  const { from = '', to = '', format = 'json' } = c.req.query();
  const { reader } = c.var.workspace.world().store;
  if (!reader.institution(code)) return problem(c, 404, `没有机构 ${code}（GET institutions）`);
  const fault = faultOfRange(from, to);
  if (fault !== undefined) return problem(c, 400, fault);
  if (format !== 'json' && format !== 'csv') return problem(c, 400, `format（${format}）应为 json、csv 之一`);
  const settlements = hospitalBook(reader, code, from, to);
  if (format === 'json') return c.json({ fixmedins_code: code, from, to, settlements });
  const name = `settlements-${code}-${from}-${to}.csv`;
  return c.body(bookCsv(settlements), 200, {
    'content-type': CSV,
    'content-disposition': `attachment; filename="${name}"`,
  });
};
