import { z } from 'zod';
import { NOTHING, parseRate, WHOLE, type Rate } from '../../../kernel/rate.ts';
import type { Price } from '../../../kernel/quantity.ts';
import type { CatalogueItem, ChargeLevel } from '../../../rules/catalogue/catalogue-item.ts';
import { LEVEL_GROUPS, type LevelGroup } from '../../../rules/catalogue/hospital-level.ts';
import { dateText, words } from '../../../rules/policy/schema/texts.ts';
import { limitDates } from '../seeds/limit-dates.ts';
import { code, flag, price } from '../seeds/fields.ts';

// prettier-ignore
const LEVELS = new Map<string, ChargeLevel>([
  ['01', '01'], ['1', '01'], ['甲', '01'], ['甲类', '01'],
  ['02', '02'], ['2', '02'], ['乙', '02'], ['乙类', '02'],
  ['03', '03'], ['3', '03'], ['丙', '03'], ['丙类', '03'],
]);

const read = <T>(parse: (raw: string) => T | undefined, expected: string) =>
  z.string().transform((raw, context): T => {
    const value = parse(raw);
    if (value !== undefined) return value;
    context.addIssue({ code: 'custom', message: `“${raw}” 应为${expected}` });
    return z.NEVER;
  });

const ratio = read((raw) => {
  const rate = parseRate(raw);
  return rate === undefined || rate < NOTHING || rate > WHOLE ? undefined : rate;
}, ' 0 到 1 的小数或 0% 到 100% 的比例');

const listCode = read((raw) => (/^[0-9A-Z][0-9A-Z._-]{0,49}$/i.test(raw) ? raw : undefined), '最多五十位的字母和数字');

/** A row whose empty cells have been left out; every value is text. */
const row = z.strictObject({
  med_list_codg: listCode,
  name: words,
  chrgitm_lv: read((raw) => LEVELS.get(raw), ' 01 甲类、02 乙类或 03 丙类'),
  selfpay_prop: ratio.exactOptional(),
  med_chrgitm_type: code.exactOptional(),
  list_type: code.exactOptional(),
  limit: price.exactOptional(),
  limit_三级: price.exactOptional(),
  limit_二级: price.exactOptional(),
  limit_一级: price.exactOptional(),
  limit_基层: price.exactOptional(),
  limit_begndate: dateText.exactOptional(),
  limit_enddate: dateText.exactOptional(),
  lmt_used_flag: flag.default('0'),
  bas_medn_flag: flag.default('0'),
  hi_nego_drug_flag: flag.default('0'),
  chld_medc_flag: flag.default('0'),
  dosform: words.exactOptional(),
  spec: words.exactOptional(),
  prodname: words.exactOptional(),
});

type Row = z.output<typeof row>;

/** A row of a catalogue file as the item that a place of treatment keeps. */
export const catalogueRow = row.transform((given, context): CatalogueItem => {
  const wrong = unfitting(given);
  if (wrong !== undefined) {
    context.addIssue({ code: 'custom', message: wrong });
    return z.NEVER;
  }
  return { ...kindOf(given.med_list_codg), ...plain(given), selfpay_prop: selfPay(given), ...limitsOf(given) };
});

/** What the item keeps as the row says it. */
const plain = ({
  selfpay_prop: _ratio,
  limit: _limit,
  limit_三级: _third,
  limit_二级: _second,
  limit_一级: _first,
  limit_基层: _basic,
  ...rest
}: Row) => rest;

const unfitting = (given: Row): string | undefined => {
  const byLevel = LEVEL_GROUPS.some((level) => given[`limit_${level}`] !== undefined);
  if (given.limit !== undefined && byLevel) return 'limit 与分等级的限价只能写一个';
  const [wrongDates] = limitDates({ ...given, limits: byLevel });
  if (wrongDates !== undefined) return wrongDates;
  if (given.chrgitm_lv === '02' && given.selfpay_prop === undefined) return '乙类（02）缺少 selfpay_prop';
  if (given.chrgitm_lv === '01' && (given.selfpay_prop ?? NOTHING) !== NOTHING) return '甲类（01）没有先自付比例';
  return undefined;
};

const selfPay = ({ chrgitm_lv, selfpay_prop = NOTHING }: Row): Rate => (chrgitm_lv === '03' ? WHOLE : selfpay_prop);

const limitsOf = (given: Row): Pick<CatalogueItem, 'limits'> => {
  const limits = LEVEL_GROUPS.flatMap((level): [LevelGroup, Price][] => {
    const limit = given.limit ?? given[`limit_${level}`];
    return limit === undefined ? [] : [[level, limit]];
  });
  return limits.length === 0 ? {} : { limits: Object.fromEntries(limits) };
};

type Kind = Pick<CatalogueItem, 'list_type' | 'med_chrgitm_type'>;

/** By the first character of the code: X 西药, Z 中成药, T 中药饮片, C 医用耗材. Sandbox: digits are 医疗服务项目 of 其他费. */
const KINDS: Readonly<Record<string, Kind>> = {
  X: { list_type: '101', med_chrgitm_type: '09' },
  Z: { list_type: '101', med_chrgitm_type: '11' },
  T: { list_type: '102', med_chrgitm_type: '10' },
  C: { list_type: '301', med_chrgitm_type: '08' },
};
const SERVICE: Kind = { list_type: '201', med_chrgitm_type: '14' };

const kindOf = (med_list_codg: string): Kind => KINDS[med_list_codg.charAt(0)] ?? SERVICE;
