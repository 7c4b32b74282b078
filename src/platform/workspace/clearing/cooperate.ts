import { dateOf, dateTimeOf } from '../../../kernel/civil-time.ts';
import { provinceName } from '../../../kernel/admdvs.ts';
import { printScaled } from '../../../kernel/decimal.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import { mayApplyUrgently, raise, stepRequest } from '../../../rules/clearing/cooperation.ts';
import type { z } from 'zod';
import type { World } from '../../dispatch/world.ts';
import { CALENDAR, rulesOf } from '../../domain/clearing/national/rules.ts';
import { ALL_KEYS } from '../../domain/clearing/national/month-lines.ts';
import type { KeptRequest } from '../../domain/clearing/national/records.ts';
import { usageOf } from '../../domain/clearing/national/prepayment/usage.ts';
import type { Reader } from '../../store/port.ts';
import { dueReview } from '../../time/clearing/moments.ts';
import { urgentIncrease } from '../../time/clearing/urgent-review.ts';
import { readForm, type FormProblem } from '../../wire/read-form.ts';
import { replyForm, requestForm } from './forms.ts';
import { whyNoInquiry, whyNotSo } from './inquire.ts';
import { serialId } from './serial-id.ts';

type Form = z.infer<typeof requestForm>;

/** 业务协同: a province asks another one, or the nation for 紧急调增 by another one; says until when it has to be answered. */
export const raiseRequest = async (
  world: World,
  raw: unknown,
): Promise<Result<KeptRequest, readonly FormProblem[] | string>> => {
  const form = readForm(requestForm, raw);
  if (!form.ok) return form;
  const now = world.clock.now();
  const rules = rulesOf(world.settings());
  return world.queue.submit((writer) => {
    const why = CONDITIONS[form.value.kind](world, writer.reader, form.value);
    if (why !== undefined) return fail(why);
    const { id, take } = serialId(writer.reader, 'cooperation', 'XT');
    const body = { ...raise(form.value, dateOf(now), rules, CALENDAR), ...form.value, id, answers: [] };
    writer.apply([take, { kind: 'clearing.put', record: 'request', key: id, body }]);
    if (body.kind === 'urgent') writer.apply([{ kind: 'due.put', due: dueReview(body) }]);
    return ok(body);
  });
};

type Condition = (world: World, reader: Reader, form: Form) => string | undefined;

/** When a request of a kind is possible. */
const CONDITIONS: { readonly [Kind in Form['kind']]: Condition } = {
  issue: () => undefined,
  inquiry: (world, reader, form) => (form.kind === 'inquiry' ? whyNoInquiry(world, reader, form) : undefined),
  urgent: (world, reader, { from }) => {
    const rules = rulesOf(world.settings());
    const today = dateOf(world.clock.now());
    const signed = reader
      .clearingRecords('month', ...ALL_KEYS)
      .filter(({ done }) =>
        done.some(({ step, at }) => step === 'notice' && mayApplyUrgently(at.slice(0, 10), today, rules, CALENDAR)),
      );
    if (signed.length === 0) return `紧急调增限清算签发后 ${rules.urgentApplyDays} 个工作日内申请`;
    const usages = signed
      .flatMap(({ period }) => usageOf(reader, period, rules))
      .filter((row) => row.province === from);
    if (usages.some(({ level }) => level === 'red')) return undefined;
    const rates = usages.map(({ rate }) => (rate === null ? '未设预付金额度' : `${printScaled(rate, 2)}%`));
    return `紧急调增限预付金红色预警（使用率 90% 及以上）的就医省；${provinceName(from)}本期使用率 ${rates[0] ?? '0%'}`;
  },
};

/** Answers a request, refuses it, asks again, or closes it. */
export const replyTo = async (
  world: World,
  id: string,
  raw: unknown,
): Promise<Result<KeptRequest, readonly FormProblem[] | 'unknown' | string>> => {
  const form = readForm(replyForm, raw);
  if (!form.ok) return form;
  const { event, ...said } = form.value;
  const now = world.clock.now();
  return world.queue.submit((writer) => {
    const request = writer.reader.clearingRecord('request', id);
    if (!request) return fail('unknown');
    const next = stepRequest(request, event, dateOf(now), rulesOf(world.settings()), CALENDAR);
    if (!next.ok) return fail(`协同 ${id} 现在不能这样办：请先看它的状态`);
    const why = whyNotSo(request, form.value);
    if (why !== undefined) return fail(why);
    const answers = [...request.answers, { at: dateTimeOf(now), event, ...said }];
    const body = { ...request, ...next.value, answers };
    writer.apply([{ kind: 'clearing.put', record: 'request', key: id, body }]);
    const isAgreed = request.kind === 'urgent' && event === 'answer';
    const context = { settings: world.settings(), now, today: dateOf(now) };
    if (isAgreed) writer.apply(urgentIncrease(writer.reader, request, context));
    return ok(body);
  });
};
