import { z } from 'zod';
import { LEVEL_GROUPS } from '../../../rules/catalogue/hospital-level.ts';
import { admdvsText, dateText, rateText, words } from '../../../rules/policy/schema/texts.ts';
import { code, flag, itemCode, price } from './fields.ts';
import { mark } from './mark.ts';

const level = z.enum(['01', '02', '03']);

/** What a place of treatment decides about an item 支付范围: its class, the ratio paid first, price limits, 限制用药. */
const decisions = {
  chrgitm_lv: level.exactOptional(),
  /** 先自付比例 of 乙类. */
  selfpay_prop: rateText.exactOptional(),
  /** 限价 that holds at every hospital, in 元. */
  limit: price.exactOptional(),
  /** 限价 by level group; a group that is not there has none. */
  limits: z.partialRecord(z.enum(LEVEL_GROUPS), price).exactOptional(),
  /** First and last day of the limits; without them they always hold. */
  limit_begndate: dateText.exactOptional(),
  limit_enddate: dateText.exactOptional(),
  lmt_used_flag: flag.exactOptional(),
};

const item = z.strictObject({
  med_list_codg: itemCode,
  name: words,
  ...decisions,
  chrgitm_lv: level,
  bas_medn_flag: flag.exactOptional(),
  hi_nego_drug_flag: flag.exactOptional(),
  chld_medc_flag: flag.exactOptional(),
  dosform: words.exactOptional(),
  spec: words.exactOptional(),
});

const change = z.strictObject({ med_list_codg: itemCode, ...decisions });

/** Status and source by field. Every field that a row of the file writes must have one. */
const marks = z.record(z.string(), mark);

const group = z.strictObject({
  about: words,
  list_type: code,
  med_chrgitm_type: code,
  /** Where the group's fields stand otherwise than the file's. */
  marks: marks.default({}),
  items: z.array(item).min(1),
});

/** `seeds/catalogues/base.yaml`: the list that every place of treatment starts from. */
export const baseFile = z.strictObject({ marks, groups: z.array(group).min(1) });

/** Every other file of `seeds/catalogues/`: what one place decides otherwise. */
export const placeFile = z.strictObject({ place: admdvsText, marks, changes: z.array(change).min(1) });

export type BaseSeed = z.output<typeof baseFile>;
export type GroupSeed = z.output<typeof group>;
export type ItemSeed = z.output<typeof item>;
export type PlaceSeed = z.output<typeof placeFile>;
export type ChangeSeed = z.output<typeof change>;
