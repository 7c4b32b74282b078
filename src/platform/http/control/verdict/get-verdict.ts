import { fail, ok, type Result } from '../../../../kernel/result.ts';
import { DEFAULT_TERMS, fileText, verdictHtml, verdictJunit, verdictOf, type VerdictTerms } from '../../../sandbox.ts';
import { loadTable } from '../../../wire/load-table.ts';
import { problem } from '../answers.ts';
import type { ControlContext, ControlHandler } from '../control-env.ts';

/**
 * `GET /verdict?institution=H…&within=30m&backoff=1s&format=json|html|junit`: whether the HIS lost, doubled or orphaned
 * money, case by case, with evidence, the rules that it broke, and whom each failed exchange is laid to.
 */
export const getVerdict: ControlHandler = async (c) => {
  const terms = termsOf(c);
  if (!terms.ok) return terms.error;
  const format = c.req.query('format') ?? 'json';
  if (!isFormat(format)) return problem(c, 422, 'format 应为 json、html、junit 之一');
  const institution = c.req.query('institution');
  // A verdict on nobody would read as an acquittal.
  if (institution !== undefined && !c.var.workspace.world().store.reader.institution(institution))
    return problem(c, 422, `沙箱没有机构 ${institution}（GET institutions）`);
  const verdict = await verdictOf(await source(c), terms.value);
  if (format === 'html') return c.body(verdictHtml(verdict), 200, { 'content-type': 'text/html; charset=utf-8' });
  if (format === 'junit')
    return c.body(verdictJunit(verdict), 200, { 'content-type': 'application/xml; charset=utf-8' });
  return c.json(verdict);
};

const isFormat = (text: string): text is 'json' | 'html' | 'junit' => ['json', 'html', 'junit'].includes(text);

/** What was answered so far has reached the journal before it is read. */
const source = async (c: ControlContext): Promise<Parameters<typeof verdictOf>[0]> => {
  const { workspace } = c.var;
  const world = workspace.world();
  await world.queue.submit(() => undefined);
  const institution = c.req.query('institution');
  return {
    reader: world.store.reader,
    now: world.clock.now(),
    bodiesOf: (seq) => {
      const bodies = workspace.bodies().find(seq);
      return bodies && { request: text(bodies.request), answer: text(bodies.answer) };
    },
    breathe: () => new Promise((resolve) => setImmediate(resolve)),
    fileText,
    tableOf: (infno) => loadTable('hospital', infno),
    ...(institution !== undefined && { institution }),
  };
};

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

const UNITS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

const secondsIn = (given: string | undefined, otherwise: number): number | undefined => {
  if (given === undefined) return otherwise;
  const [, count, unit] = /^(\d{1,6})(s|m|h|d)$/.exec(given) ?? [];
  return count === undefined || unit === undefined ? undefined : Number(count) * (UNITS[unit] ?? 1);
};

const termsOf = (c: ControlContext): Result<VerdictTerms, Response> => {
  const within = secondsIn(c.req.query('within'), DEFAULT_TERMS.within);
  const backOff = secondsIn(c.req.query('backoff'), DEFAULT_TERMS.backOff);
  const wrong = within === undefined ? 'within' : 'backoff';
  if (within !== undefined && backOff !== undefined) return ok({ within, backOff });
  return fail(problem(c, 422, `${wrong}（${c.req.query(wrong) ?? ''}）应为时长，如 30s、30m、2h、1d`));
};
