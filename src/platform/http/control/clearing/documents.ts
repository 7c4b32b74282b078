import { dateTimeOf } from '../../../../kernel/civil-time.ts';
import { isAdmdvs, provinceOf } from '../../../../kernel/admdvs.ts';
import {
  documentsHtml,
  documentsOf,
  documentsXlsx,
  inPages,
  roundDocuments,
  yearDocuments,
  type ClearingDocument,
} from '../../../sandbox.ts';
import { problem } from '../answers.ts';
import type { ControlHandler } from '../control-env.ts';
import { monthNamed, sourceOf } from './months.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * `GET /clearing/documents?month=2026-03&province=440000&format=html`: the nation's or a province's; json else. Instead
 * of a month `year=2026` names a year that is closed, `adjustment=2027-deposit` an adjustment of prepayments.
 */
export const getDocuments: ControlHandler = async (c) => {
  const { month = '', year, adjustment, province, format = 'json' } = c.req.query();
  if (province !== undefined && (!isAdmdvs(province) || provinceOf(province) !== province))
    return problem(c, 400, `province “${province}” 应为省级区划，如 440000`);
  const source = sourceOf(c);
  const find = async (): Promise<readonly ClearingDocument[] | Response> => {
    if (year !== undefined) return yearDocuments(source, year, province) ?? problem(c, 404, `${year} 年还没有年终清算`);
    if (adjustment !== undefined)
      return roundDocuments(source, adjustment, province) ?? problem(c, 404, `没有预付金调整 ${adjustment}`);
    const period = monthNamed(c, month);
    if (typeof period !== 'string') return period;
    const documents = await inPages(documentsOf(source, period, province));
    return documents ?? problem(c, 404, `${month} 的清算表还没有生成`);
  };
  const documents = await find();
  if (documents instanceof Response) return documents;
  if (format === 'html') return c.html(documentsHtml(documents, dateTimeOf(source.now)));
  if (format === 'xlsx') return c.body(new Uint8Array(documentsXlsx(documents)), 200, { 'content-type': XLSX });
  return format === 'json' ? c.json({ documents }) : problem(c, 400, 'format 应为 json、html、xlsx 之一');
};
