import { z } from 'zod';
import { fail, ok, type Result } from '../../../../kernel/result.ts';
import type { Expectation, Workspace } from '../../../sandbox.ts';
import { readForm, type FormProblem } from '../../../wire/read-form.ts';
import { filterForm, filterOf, whole, type FilterForm } from './filter-form.ts';

/** Expectations of one request, and steps of one order. */
const MOST = 50;
const MOST_STEPS = 20;
/** Seconds of the machine that one expectation may wait. */
const LONGEST_WAIT = 60;
const HIGHEST = Number.MAX_SAFE_INTEGER;

const bounds = { equals: whole(0, HIGHEST), atLeast: whole(0, HIGHEST), atMost: whole(0, HIGHEST) };

const decimal = z.string().regex(/^-?\d{1,15}(\.\d{1,6})?$/, { error: '应为文字写的小数，如 "1234.50"' });

/** What each kind holds. */
const FORMS = {
  count: z
    .strictObject({ match: filterForm, ...z.strictObject(bounds).partial().shape })
    .refine((form) => Object.keys(bounds).some((key) => key in form), {
      error: 'count 缺少 equals、atLeast 或 atMost',
    }),
  order: z.array(filterForm).refine((steps) => steps.length >= 2 && steps.length <= MOST_STEPS, {
    error: `order 应为 2 到 ${MOST_STEPS} 步的列表`,
  }),
  eventually: z.strictObject({ match: filterForm, within: whole(0, LONGEST_WAIT) }),
  none: z.strictObject({ match: filterForm, after: z.union([filterForm, whole(0, HIGHEST)]).optional() }),
  sum: z.strictObject({
    match: filterForm,
    field: z
      .string()
      .regex(/^[\w.]{1,100}$/, { error: '应为字段代码，如 medfee_sumamt 或 output.setlinfo.fund_pay_sumamt' }),
    equals: decimal,
  }),
} as const;

type Kind = keyof typeof FORMS;

const isKind = (text: string | undefined): text is Kind => text !== undefined && text in FORMS;

const KINDS = Object.keys(FORMS).join('、');

/** The list of a request as expectations, or all that is wrong with it. */
export const readExpectations = (
  workspace: Workspace,
  raw: unknown,
): Result<readonly Expectation[], readonly FormProblem[]> => {
  if (!Array.isArray(raw) || raw.length === 0 || raw.length > MOST) {
    return fail([
      { field: '', message: `应为 1 到 ${MOST} 项期望的列表：[{"count":{"match":{"infno":"2207"},"equals":3}}]` },
    ]);
  }
  const read = raw.map((one: unknown, at) => readOne(workspace, one, at));
  const problems = read.flatMap((one) => (one.ok ? [] : one.error));
  return problems.length > 0 ? fail(problems) : ok(read.flatMap((one) => (one.ok ? [one.value] : [])));
};

const readOne = (workspace: Workspace, raw: unknown, at: number): Result<Expectation, readonly FormProblem[]> => {
  const place = `第 ${at + 1} 项：`;
  const [kind, ...others] = typeof raw === 'object' && raw !== null ? Object.keys(raw) : [];
  if (!isKind(kind) || others.length > 0) return fail([{ field: String(at), message: `${place}应只有 ${KINDS} 之一` }]);
  const form = readForm<unknown>(FORMS[kind], (raw as Readonly<Record<string, unknown>>)[kind]);
  if (form.ok) return ok(expectationOf(workspace, kind, form.value));
  return fail(form.error.map(({ field, message }) => ({ field: `${at}.${kind}.${field}`, message: place + message })));
};

const expectationOf = (workspace: Workspace, kind: Kind, form: unknown): Expectation => {
  const filter = (one: FilterForm) => filterOf(workspace, one);
  if (kind === 'order') return { kind, matches: (form as FilterForm[]).map(filter) };
  const { match, after, ...rest } = form as { readonly match: FilterForm; readonly after?: FilterForm | number };
  const from = typeof after === 'object' ? filter(after) : after;
  return { kind, match: filter(match), ...(from !== undefined && { after: from }), ...rest } as Expectation;
};
