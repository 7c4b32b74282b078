import { z } from 'zod';
import { isAdmdvs, isPlace, provinceOf } from '../../../kernel/admdvs.ts';
import { addDays, dateOf, dateTimeOf, instantOf, type Instant } from '../../../kernel/civil-time.ts';
import { words } from '../../../rules/policy/schema/texts.ts';
import type { Maintenance } from '../../domain/maintenance.ts';
import { minutesMeant } from './minutes-meant.ts';
import { moment } from '../../wire/moment.ts';
import { nodeFault } from './node-fault.ts';
import { transactionsMeant } from './transactions-meant.ts';

/** Longer is no maintenance but a place that is closed (sandbox). */
const MOST_DAYS = 31;

const isNode = (raw: string): boolean =>
  raw === 'national' || raw === 'all' || isPlace(raw) || (isAdmdvs(raw) && provinceOf(raw) === raw);

const node = z.string().refine(isNode, {
  error: ({ input }) =>
    `“${String(input)}” 应为 national（国家平台）、统筹区区划如 440300、省级区划如 440000，或 all（各方，须写明交易）`,
});

const text = words.pipe(z.string().max(200));

/** What is announced; without a begin it begins at once, by the workspace's clock. */
export const maintenanceForm = (now: Instant) =>
  z
    .strictObject({
      node,
      transactions: transactionsMeant.exactOptional(),
      from: moment.exactOptional(),
      to: moment,
      lead: minutesMeant.exactOptional(),
      newBusiness: z.enum(['refused', 'warned']).exactOptional(),
      text,
    })
    .transform(({ from = now, to, lead, ...form }, context): Omit<Maintenance, 'id'> => {
      if (to <= from) fault(context, 'to', `“${dateTimeOf(to)}” 应晚于开始时间 ${dateTimeOf(from)}`);
      if (to > latestEnd(from)) fault(context, 'to', `“${dateTimeOf(to)}” 超过开始后 ${MOST_DAYS} 天`);
      const misplaced = nodeFault(form);
      if (misplaced !== undefined) fault(context, 'transactions', misplaced);
      if (form.newBusiness && !lead) fault(context, 'newBusiness', '只用于提前期，请同时填 lead，如 2h');
      return { ...form, begin: from, end: to, ...(lead && { leadMinutes: lead }) };
    });

/** What becomes of a window that takes longer, or is announced in other words. */
export const extensionForm = ({ begin, end }: Pick<Maintenance, 'begin' | 'end'>) =>
  z
    .strictObject({ to: moment.exactOptional(), text: text.exactOptional() })
    .transform(({ to, ...form }, context): Partial<Pick<Maintenance, 'end' | 'text'>> => {
      if (to === undefined && form.text === undefined) fault(context, 'to', '或 text 至少填一个');
      if (to === undefined) return form;
      if (to <= end) fault(context, 'to', `“${dateTimeOf(to)}” 应晚于原结束时间 ${dateTimeOf(end)}；提前结束请取消`);
      if (to > latestEnd(begin)) fault(context, 'to', `“${dateTimeOf(to)}” 超过开始后 ${MOST_DAYS} 天`);
      return { ...form, end: to };
    });

const fault = (context: z.RefinementCtx, field: string, message: string) =>
  context.addIssue({ code: 'custom', path: [field], message });

const latestEnd = (from: Instant): Instant => instantOf(addDays(dateOf(from), MOST_DAYS) + dateTimeOf(from).slice(10));
