import { z } from 'zod';
import { present } from '../../../../kernel/present.ts';
import { addDays, instantOf, isCivilDate, isCivilDateTime } from '../../../../kernel/civil-time.ts';
import { personNumber, type JournalFilter, type Workspace } from '../../../sandbox.ts';

const MOST_VALUES = 20;
const LONGEST = 200;

/** One value or several: `2207`, `2207,2208`, and in JSON a list. */
const values = (isOne: (text: string) => boolean, wanted: string) =>
  z.unknown().transform((raw, context): readonly string[] => {
    const texts = (Array.isArray(raw) ? raw : [raw]).flatMap((value: unknown) => partsOf(value));
    const fit = texts.every((text) => text !== '' && text.length <= LONGEST && isOne(text));
    if (fit && texts.length > 0 && texts.length <= MOST_VALUES) return texts;
    context.addIssue({ code: 'custom', message: `应为${wanted}，可写多个，用逗号隔开，最多 ${MOST_VALUES} 个` });
    return z.NEVER;
  });

const partsOf = (value: unknown): string[] =>
  typeof value === 'string' || typeof value === 'number'
    ? String(value)
        .split(',')
        .map((part) => part.trim())
    : [''];

const texts = (wanted: string) => values(() => true, wanted);

const DOORS = ['hospital', 'national', 'insured', 'credential'];

/** Whole numbers come as text in an address, and as numbers in JSON. */
export const whole = (least: number, most: number) =>
  z.unknown().transform((raw, context): number => {
    const value = typeof raw === 'string' && /^-?\d{1,15}$/.test(raw) ? Number(raw) : raw;
    if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value;
    context.addIssue({ code: 'custom', message: `应为 ${least} 到 ${most} 的整数` });
    return z.NEVER;
  });

/** Virtual time; a day alone is its first or its last moment. */
const moment = (edge: 'first' | 'last') =>
  z.unknown().transform((raw, context): number => {
    if (typeof raw === 'string' && isCivilDate(raw))
      return instantOf(edge === 'first' ? raw : addDays(raw, 1)) - LAST[edge];
    if (typeof raw === 'string' && isCivilDateTime(raw)) return instantOf(raw) + 999 * LAST[edge];
    context.addIssue({ code: 'custom', message: '应为 2026-09-01 或 2026-09-01 10:00:00（虚拟时间）' });
    return z.NEVER;
  });

/** The last millisecond belongs to `until`. */
const LAST = { first: 0, last: 1 } as const;

/** Two Han characters or three others: shorter texts stand everywhere. */
const isLongEnough = (text: string): boolean => [...text].length >= 3 || /^[^\0-\x7f]{2}/u.test(text);

/** What rows a question is about. */
export const filterFields = {
  infno: texts('交易编号'),
  door: values((text) => DOORS.includes(text), ` ${DOORS.join('、')} 之一`),
  sender: texts('发送方（机构编号或省级区划）'),
  institution: texts('定点医药机构编号'),
  psn_no: texts('人员编号'),
  person: texts('演示人员的编号，或参保地加号码（610100-38）'),
  mdtrt_id: texts('就诊ID'),
  setl_id: texts('结算ID'),
  msgid: texts('发送方报文ID'),
  trace: texts('追踪号'),
  refusal: texts('拒绝的名称，如 filing-missing'),
  fault: values((text) => /^[a-z0-9][a-z0-9-]*$/i.test(text), '故障的编号或种类，如 answer-lost；any 为有任何故障'),
  infcode: whole(-1, 0),
  hop: whole(0, 9),
  violations: z.string().max(LONGEST),
  text: z.string().max(LONGEST).refine(isLongEnough, { error: '应至少为两个汉字或三个字符' }),
  since: moment('first'),
  until: moment('last'),
};

/** All of them optional. */
export const filterForm = z.strictObject(filterFields).partial();

export type FilterForm = z.infer<typeof filterForm>;

/** The filter that a form means: persons become their numbers. */
export const filterOf = (workspace: Workspace, form: FilterForm): JournalFilter => {
  const { person, violations, psn_no, ...rest } = form;
  const named = person?.map((id) => personNumber(workspace, id) ?? id);
  const psn = named ? named.filter((number) => psn_no === undefined || psn_no.includes(number)) : psn_no;
  return {
    ...present(rest),
    ...(psn && { psn_no: psn }),
    ...(violations !== undefined && { violations: ANY.has(violations) ? '' : violations }),
  };
};

/** Words for any violation at all. */
const ANY = new Set(['', '1', 'any', 'true']);
