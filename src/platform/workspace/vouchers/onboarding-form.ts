import { z } from 'zod';
import { dateText, words } from '../../../rules/policy/schema/texts.ts';
import type { StepName } from '../../domain/voucher/onboarding/onboarding.ts';
import { STEP_NAMES } from '../../domain/voucher/onboarding/moves.ts';

const short = words.pipe(z.string().max(100));
const long = words.pipe(z.string().max(1_000));

/** A step of the flow, for one institution or for several of one place: one work order then holds them all. */
export const stepForm = z
  .strictObject({
    step: z.enum(STEP_NAMES as [StepName, ...StepName[]]),
    institutions: z.array(z.string().min(1).max(30)).min(1).max(100),
    department: short.exactOptional(),
    phone: words.pipe(z.string().max(30)).exactOptional(),
    vendor: short.exactOptional(),
    types: z
      .array(z.enum(['1', '2', '3']))
      .min(1)
      .exactOptional(),
    plannedOn: dateText.exactOptional(),
    compiledBy: short.exactOptional(),
    problems: long.exactOptional(),
    summary: long.exactOptional(),
    note: long.exactOptional(),
  })
  .transform(({ step, institutions, department, phone, vendor, types, plannedOn, ...given }) => {
    const isWhole = department !== undefined && phone !== undefined && vendor !== undefined && types !== undefined;
    const planned = plannedOn === undefined ? {} : { plannedOn };
    const checklist = isWhole ? { checklist: { department, phone, vendor, types, ...planned } } : {};
    return { step, institutions: [...new Set(institutions)], given: { ...given, ...checklist } };
  });

/** A state without papers. */
export const stateForm = z.strictObject({ state: z.enum(['none', 'test', 'live']) });
