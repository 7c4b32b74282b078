import { isPlace } from '../../../../kernel/admdvs.ts';
import { must } from '../../../../kernel/assert.ts';
import {
  CITY_PAPERS,
  DEFAULT_WORKSPACE,
  PAPER_FORMATS,
  paperText,
  testPaper,
  type Paper,
  type PaperFormat,
} from '../../../sandbox.ts';
import { problem } from '../answers.ts';
import type { ControlContext, ControlHandler } from '../control-env.ts';
import { noInstitution } from './onboarding/read.ts';
import { standingIn, trafficOf } from './onboarding/traffic.ts';

const TYPES: Readonly<Record<PaperFormat, string>> = {
  html: 'text/html; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

const isFormat = (text: string): text is PaperFormat => (PAPER_FORMATS as readonly string[]).includes(text);

/**
 * `GET /vouchers/papers/checklist?city=440300&format=html|json` 接入清单, `…/launch?city=440300` 上线确认报告,
 * `…/test?institution=H…` 测试报告: the papers of the onboarding 接入.
 */
export const getPaper: ControlHandler = async (c) => {
  const format = c.req.query('format') ?? 'html';
  if (!isFormat(format)) return problem(c, 422, `format 应为 ${PAPER_FORMATS.join('、')} 之一`);
  const name = c.req.param('paper') ?? '';
  const paper = name === 'test' ? await testReport(c) : ofCity(c, name);
  if (paper instanceof Response) return paper;
  return c.body(paperText(paper, format), 200, { 'content-type': TYPES[format] });
};

const ofCity = (c: ControlContext, name: string): Paper | Response => {
  const paper = Object.hasOwn(CITY_PAPERS, name) ? CITY_PAPERS[name] : undefined;
  if (!paper) return problem(c, 404, `没有文书 ${name}，应为 checklist、test、launch 之一`);
  const city = c.req.query('city') ?? '';
  if (!isPlace(city)) return problem(c, 422, `city（${city}）应为统筹区区划，如 440300`);
  const { store, clock } = c.var.workspace.world();
  return paper(store.reader, city, clock.now());
};

const testReport = async (c: ControlContext): Promise<Paper | Response> => {
  const { workspace } = c.var;
  const code = c.req.query('institution') ?? '';
  const standing = standingIn(workspace, code);
  if (!standing) return noInstitution(c, code);
  const { store, clock } = workspace.world();
  const institution = store.reader.institution(code);
  must(institution, `${code} is an institution`);
  const cells = standing.report ? [] : await trafficOf(workspace, standing);
  return testPaper(institution, standing, cells, clock.now(), urlOf(c));
};

/** Where the evidence lies. */
const urlOf = (c: ControlContext): string => {
  const { origin } = new URL(c.req.url);
  const { name } = c.var.workspace;
  return name === DEFAULT_WORKSPACE ? origin : `${origin}/w/${name}`;
};
