import { dateTimeOf } from '../../../../kernel/civil-time.ts';
import { isAdmdvs, provinceOf } from '../../../../kernel/admdvs.ts';
import { documentsHtml, documentsOf, documentsXlsx, inPages } from '../../../sandbox.ts';
import { problem } from '../answers.ts';
import type { ControlHandler } from '../control-env.ts';
import { monthNamed, sourceOf } from './months.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** `GET /clearing/documents?month=2026-03&province=440000&format=html`: the nation's or a province's; json else. */
export const getDocuments: ControlHandler = async (c) => {
  const { month = '', province, format = 'json' } = c.req.query();
  const period = monthNamed(c, month);
  if (typeof period !== 'string') return period;
  if (province !== undefined && (!isAdmdvs(province) || provinceOf(province) !== province))
    return problem(c, 400, `province “${province}” 应为省级区划，如 440000`);
  const source = sourceOf(c);
  const documents = await inPages(documentsOf(source, period, province));
  if (!documents) return problem(c, 404, `${month} 的清算表还没有生成`);
  if (format === 'html') return c.html(documentsHtml(documents, dateTimeOf(source.now)));
  if (format === 'xlsx') return c.body(new Uint8Array(documentsXlsx(documents)), 200, { 'content-type': XLSX });
  return format === 'json' ? c.json({ documents }) : problem(c, 400, 'format 应为 json、html、xlsx 之一');
};
