import type { Admdvs } from '../../../kernel/admdvs.ts';
import { NOTHING, WHOLE, type Rate } from '../../../kernel/rate.ts';
import type { CatalogueItem } from '../../../rules/catalogue/catalogue-item.ts';
import { LEVEL_GROUPS } from '../../../rules/catalogue/hospital-level.ts';
import type { BaseSeed, ChangeSeed, GroupSeed, ItemSeed, PlaceSeed } from './catalogue-seed.ts';

/** The catalogue 就医地目录 of a place: the base list with the place's own decisions. */
export const itemsOf = (base: BaseSeed, places: readonly PlaceSeed[], place: Admdvs): CatalogueItem[] => {
  const changes = new Map(
    places
      .filter((file) => file.place === place)
      .flatMap((file) => file.changes.map((row) => [row.med_list_codg, row])),
  );
  return base.groups.flatMap((group) => group.items.map((row) => itemOf(group, row, changes.get(row.med_list_codg))));
};

/** A row as the place changed it. New limits replace those of the row, and their days. */
export const changed = (row: ItemSeed, change: ChangeSeed | undefined): ItemSeed => {
  if (change?.limit === undefined && change?.limits === undefined) return { ...row, ...change };
  const { limit: _limit, limits: _limits, limit_begndate: _first, limit_enddate: _last, ...unlimited } = row;
  return { ...unlimited, ...change, chrgitm_lv: change.chrgitm_lv ?? row.chrgitm_lv };
};

const selfPay = ({ chrgitm_lv, selfpay_prop = NOTHING }: ItemSeed): Rate =>
  chrgitm_lv === '03' ? WHOLE : selfpay_prop;

const limitsOf = ({ limit, limits }: ItemSeed): Pick<CatalogueItem, 'limits'> => {
  if (limit !== undefined) return { limits: Object.fromEntries(LEVEL_GROUPS.map((level) => [level, limit])) };
  return limits === undefined ? {} : { limits };
};

const itemOf = (group: GroupSeed, base: ItemSeed, change: ChangeSeed | undefined): CatalogueItem => {
  const row = changed(base, change);
  const { limit: _limit, limits: _limits, ...rest } = row;
  return {
    lmt_used_flag: '0',
    bas_medn_flag: '0',
    hi_nego_drug_flag: '0',
    chld_medc_flag: '0',
    ...rest,
    list_type: group.list_type,
    med_chrgitm_type: group.med_chrgitm_type,
    selfpay_prop: selfPay(row),
    ...limitsOf(row),
  };
};
