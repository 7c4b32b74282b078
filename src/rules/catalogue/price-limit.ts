import type { CivilDate } from '../../kernel/civil-time.ts';
import { asPrice, type Price } from '../../kernel/quantity.ts';
import type { CatalogueItem } from './catalogue-item.ts';
import type { LevelGroup } from './hospital-level.ts';

/** 999999 元: how the interface prints "no limit". */
export const NO_LIMIT = asPrice(999_999_000_000);

/** The highest price 定价上限 in scope at a hospital of the level group on the day of the fee; without a day, today's. */
export const priceLimit = (item: CatalogueItem, level: LevelGroup, on: CivilDate | undefined): Price => {
  const { limits, limit_begndate: first, limit_enddate: last } = item;
  if (on !== undefined && ((first !== undefined && on < first) || (last !== undefined && last < on))) return NO_LIMIT;
  return limits?.[level] ?? NO_LIMIT;
};
