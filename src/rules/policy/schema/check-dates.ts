import type { z } from 'zod';
import { addDays, type CivilDate } from '../../../kernel/civil-time.ts';

type Span = { readonly from: CivilDate; readonly to?: CivilDate };

/**
 * Values follow one another without gap or overlap: each holds until the day before the next, or to its own last day.
 */
export const checkDates = (spans: readonly Span[], context: z.core.$RefinementCtx<unknown>): void => {
  spans.forEach((span, index) => {
    const complain = (key: string, message: string) =>
      context.addIssue({ code: 'custom', message, path: [index, key] });
    if (span.to !== undefined && span.to < span.from) complain('to', `结束日 ${span.to} 早于开始日 ${span.from}`);
    const before = spans[index - 1];
    if (before === undefined) return;
    if (span.from <= before.from) complain('from', `开始日 ${span.from} 应晚于上一条的 ${before.from}`);
    else if (before.to !== undefined && span.from <= before.to) complain('from', `与上一条（到 ${before.to}）重叠`);
    else if (before.to !== undefined && span.from > addDays(before.to, 1)) {
      complain('from', `与上一条之间有空档：${addDays(before.to, 1)} 起没有值`);
    }
  });
};
