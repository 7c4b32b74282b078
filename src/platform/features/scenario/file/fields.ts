import { isLosslessNumber } from 'lossless-json';
import { z } from 'zod';
import { isList, isMap, textOf, type Tree, type TreeMap } from '../tree.ts';

const TEXT_OR_NUMBER = { type: ['string', 'number'] } as const;

/** A text; a number that was written without quotes is one too, digit by digit. */
export const text = z.preprocess(
  (value) => (isLosslessNumber(value) ? value.value : value),
  z.string({ error: '应为文字' }).min(1, { error: '不能为空' }),
);

/** A text that must look like something; `wanted` says it in words. */
const like = (pattern: RegExp, wanted: string) =>
  z
    .preprocess((value) => textOf(value) ?? value, z.string({ error: wanted }).regex(pattern, { error: wanted }))
    .meta(TEXT_OR_NUMBER);

export const words = text.meta({ type: 'string', minLength: 1 });

/** Name of a scenario, a snapshot: lower case and hyphens. */
export const slug = like(/^[a-z0-9][a-z0-9-]{0,59}$/, '应为小写字母、数字和连字符，最多 60 个').meta({
  type: 'string',
  pattern: '^[a-z0-9][a-z0-9-]{0,59}$',
});

/** What is done at a virtual reader: the end of its path in the control API. */
export const act = like(/^[a-z]+(\/[a-z]+)?$/, '应为动作，如 insert、commands、api/open').meta({ type: 'string' });

/** Name of a variable. */
export const variable = like(/^[a-z]\w{0,29}$/, '应为变量名：小写字母开头，字母、数字和下划线，最多 30 个').meta({
  type: 'string',
  pattern: '^[a-z]\\w{0,29}$',
});

/** Which variable stands for which in one step. */
export const renamed = z.record(z.string(), variable).meta({ type: 'object' });

export const infno = like(/^\d{4,6}[A-Z]?$/, '应为交易编号，如 2207');
export const province = like(/^\d{2}0000$/, '应为省级区划，如 440000');
export const division = like(/^(\d{6})?$/, '应为六位医保区划，如 610100；空为本地业务');
export const institution = like(/^[HP]\d{11}$/, '应为机构编号，如 H44030099001');
export const credential = z.enum(['card', 'token', 'id-card', 'certificate']);

/** A path into a value: `data.med_type`, `setldetail.0.fund_payamt`. */
export const path = like(/^\w+(\.\w+)*$/, '应为路径，如 data.med_type').meta({ type: 'string' });

export const moment = like(
  /^\d{4}-\d\d-\d\d( \d\d:\d\d(:\d\d)?)?$/,
  '应为 2026-09-01、2026-09-01 10:00 或 2026-09-01 10:00:00',
).meta({ type: 'string' });

/** Method and path of the control API. What concerns other workspaces is not for a scenario. */
export const controlPath = like(
  /^(GET|POST|PUT|PATCH|DELETE) \/(?!workspaces|fork|assignments)\S+$/,
  '应为方法和控制接口的路径，如 POST /filings；workspaces、fork、assignments 不能用',
).meta({ type: 'string' });

const UNITS = { ms: 1, s: 1_000, m: 60_000 } as const;

/** So long of the machine's time, in milliseconds: `500ms`, `30s`, `5m`. */
export const duration = like(/^\d{1,6}(ms|s|m)$/, '应为时长，如 500ms、30s、5m')
  .transform((written) => {
    const [, count = '', unit = 's'] = /^(\d+)(\w+)$/.exec(written) ?? [];
    return Number(count) * UNITS[unit as keyof typeof UNITS];
  })
  .meta({ type: 'string', pattern: '^\\d{1,6}(ms|s|m)$' });

/** An object whose keys are not ours. */
export const map = z.custom<TreeMap>((value) => isMap(value), { error: '应为“键: 值”' }).meta({ type: 'object' });

export const mapOrWords = z
  .custom<Tree>((value) => isMap(value) || typeof value === 'string', { error: '应为文字，或“键: 值”' })
  .meta({ type: ['string', 'object'] });

export const mapOrClear = z
  .custom<Tree>((value) => isMap(value) || value === 'clear', { error: '应为“键: 值”，或 clear' })
  .meta({ type: ['string', 'object'] });

export const mapOrList = z
  .custom<Tree>((value) => isMap(value) || isList(value), { error: '应为“键: 值”，或列表' })
  .meta({ type: ['object', 'array'] });

export const list = z.custom<readonly Tree[]>((value) => isList(value), { error: '应为列表' }).meta({ type: 'array' });

/** Whatever an expectation may say. */
export const anything = z.custom<Tree>((value) => value !== undefined).meta({});

export const flag = z.boolean({ error: '应为 true 或 false' });
export const yes = z.literal(true, { error: '只能写 true；不要就整个键不写' });
