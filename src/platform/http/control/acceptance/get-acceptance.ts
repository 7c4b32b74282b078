import { acceptanceOf, REPORT_FORMATS, reportOf, statusOf, type ReportFormat } from '../../../sandbox.ts';
import { problem } from '../answers.ts';
import type { ControlHandler } from '../control-env.ts';
import { acceptanceSource, addressOf, askedOf } from './source.ts';

/**
 * `GET /acceptance?province=440000&role=treatment|insured|both`: how far a province has come, row by row of the
 * official documents, with evidence, what lacks and the next call.
 */
export const getAcceptance: ControlHandler = async (c) => {
  const asked = askedOf(c);
  if (!asked.ok) return asked.error;
  const source = await acceptanceSource(c.var.workspace, asked.value.province);
  const acceptance = acceptanceOf(source, asked.value.province, asked.value.sides);
  return c.json(statusOf(acceptance, source, addressOf(c)));
};

const TYPES: Readonly<Record<ReportFormat, string>> = {
  html: 'text/html; charset=utf-8',
  json: 'application/json; charset=utf-8',
  junit: 'application/xml; charset=utf-8',
};

const isFormat = (text: string): text is ReportFormat => (REPORT_FORMATS as readonly string[]).includes(text);

/** `GET /acceptance/report?province=440000&format=html|json|junit`: the official result form, filled in. */
export const getAcceptanceReport: ControlHandler = async (c) => {
  const asked = askedOf(c);
  if (!asked.ok) return asked.error;
  const format = c.req.query('format') ?? 'html';
  if (!isFormat(format)) return problem(c, 422, `format 应为 ${REPORT_FORMATS.join('、')} 之一`);
  const source = await acceptanceSource(c.var.workspace, asked.value.province);
  const acceptance = acceptanceOf(source, asked.value.province, asked.value.sides);
  return c.body(reportOf(acceptance, source, addressOf(c), format), 200, { 'content-type': TYPES[format] });
};
