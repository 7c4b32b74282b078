import { placeName } from '../../../kernel/admdvs.ts';
import { addDays, addMonths, yearsBetween } from '../../../kernel/civil-time.ts';
import type { Insurance } from '../../domain/person.ts';
import { certificateOf, type Numbered } from './certificates.ts';
import { drawOne, drawWeighted, drawWhole, type Draw, type Weighted } from './draws.ts';
import { insuredAsAt, type InsuredAs } from './insured-as.ts';
import { certificateOffset, drawFor, type Source } from './source.ts';

/** 1 正常, 2 暂停, 4 终止 */
const STATES: Weighted<string> = [[95, '1'], [3, '2'], [2, '4']]; // prettier-ignore

/** The one insurance of person number n, as befits its age. */
export const insuranceOf = (source: Source, who: Numbered): Insurance => {
  const { start } = source;
  const { brdy } = certificateOf(who, certificateOffset(source, who.place));
  const draw = drawFor(source, who, 'insurance');
  const age = yearsBetween(brdy, start);
  const { title: _title, ...as } = drawWeighted(draw, insuredAsAt(age));
  const longest = as.insutype === '310' ? (age - 17) * 12 : 120;
  const since = addMonths(start, -drawWhole(draw, 13, Math.max(13, longest)));
  const psn_insu_stas = drawWeighted(draw, STATES);
  const paused = addDays(start, -drawWhole(draw, 1, 300));
  return {
    ...as,
    psn_insu_stas,
    psn_insu_date: since < brdy ? brdy : since,
    ...(psn_insu_stas !== '1' && { paus_insu_date: paused }),
    insuplc_admdvs: who.place,
    ...employer(draw, who, as),
  };
};

const TRADES = ['机械', '电子', '纺织', '物流', '餐饮', '建筑', '食品', '软件'];

const employer = (draw: Draw, { place }: Numbered, { psn_type }: Pick<InsuredAs, 'psn_type'>) => {
  if (!psn_type.startsWith('11')) return {};
  const firm = psn_type === '1102' ? '沙箱事务局' : `沙箱${drawOne(draw, TRADES)}有限公司`;
  return { emp_name: `${placeName(place)}${firm}` };
};
