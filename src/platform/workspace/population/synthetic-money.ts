import { addMonths } from '../../../kernel/civil-time.ts';
import { asFen, ZERO, type Fen } from '../../../kernel/money.ts';
import { cumTypeCode } from '../../../rules/ledger/accumulator.ts';
import type { Contribution, Insurance } from '../../domain/person.ts';
import type { AccumulatorRow } from '../../store/port.ts';
import type { Numbered } from './certificates.ts';
import { drawWhole } from './draws.ts';
import { personNumber } from './numbers.ts';
import { drawFor, type Source } from './source.ts';

/** 个人账户余额: up to 6,000 元 at work, up to 25,000 in retirement; one in ten has nothing. Residents have no account. */
export const balanceOf = (source: Source, who: Numbered, { insutype, psn_type }: Insurance): Fen => {
  const draw = drawFor(source, who, 'account');
  if (insutype !== '310' || drawWhole(draw, 1, 10) === 1) return ZERO;
  return asFen(drawWhole(draw, 1_000, psn_type.startsWith('12') ? 2_500_000 : 600_000));
};

/**
 * What has been used this year by half of those with a chronic disease: the deductible of the disease in part or in
 * full, and what the pool 统筹基金 has paid.
 */
export const accumulatorsOf = (source: Source, who: Numbered, { insutype }: Insurance): AccumulatorRow[] => {
  const draw = drawFor(source, who, 'used');
  if (drawWhole(draw, 1, 2) === 1) return [];
  const period = source.start.slice(0, 4);
  return [
    { cum_type_code: cumTypeCode('D', `${insutype}101`), period, amount: asFen(drawWhole(draw, 5_000, 250_000)) },
    { cum_type_code: cumTypeCode('Q', '000B', '14'), period, amount: asFen(drawWhole(draw, 5_000, 70_000)) },
  ];
};

/** 缴费记录: the last twelve months of who is at work, the year of a resident; the retired pay nothing. */
export const contributionsOf = ({ start }: Source, who: Numbered, row: Insurance): Contribution[] => {
  if (row.psn_type.startsWith('12') || row.psn_insu_stas !== '1') return [];
  const month = (date: string) => date.slice(0, 7).replace('-', '');
  const year = start.slice(0, 4);
  const paid =
    row.insutype === '310'
      ? { accrym_begn: month(addMonths(start, -12)), accrym_end: month(addMonths(start, -1)), on: addMonths(start, -1) }
      : { accrym_begn: `${year}01`, accrym_end: `${year}12`, on: `${Number(year) - 1}-11-15` };
  const { on, ...months } = paid;
  return [
    {
      psn_no: personNumber(who),
      insutype: row.insutype,
      poolarea_no: row.insuplc_admdvs,
      ...months,
      clct_flag: '1',
      clct_time: `${on} 00:00:00`,
    },
  ];
};
