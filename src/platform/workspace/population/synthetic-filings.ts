import { reach, type Admdvs } from '../../../kernel/admdvs.ts';
import { addDays, addMonths } from '../../../kernel/civil-time.ts';
import type { Filing, FilingKind } from '../../domain/person.ts';
import type { Numbered } from './certificates.ts';
import { drawWeighted, drawWhole, type Draw, type Weighted } from './draws.ts';
import { declarationNumber, personNumber } from './numbers.ts';
import { drawFor, type Source } from './source.ts';

/** Where people go: places of which the seeds have a hospital, most of them to 深圳. */
const DESTINATIONS: Weighted<Admdvs> = [
  [60, '440300'],
  [10, '440100'],
  [20, '510100'],
  [10, '610100'],
];

const FILED: Weighted<FilingKind | 'expired' | undefined> = [
  [45, 'resident'],
  [15, 'other'],
  [4, 'referral'],
  [1, 'emergency'],
  [5, 'expired'],
  [30, undefined],
];

/** At most one filing 备案 to another province. A long stay has no last day, others last half a year. */
export const filingsOf = (source: Source, who: Numbered): Filing[] => {
  const draw = drawFor(source, who, 'filing');
  const filed = drawWeighted(draw, FILED);
  if (filed === undefined) return [];
  const elsewhere = DESTINATIONS.filter(([, to]) => reach(to, who.place) === 'cross-province');
  return [
    {
      trt_dcla_detl_sn: declarationNumber(who, 1, 0),
      psn_no: personNumber(who),
      kind: filed === 'expired' ? 'other' : filed,
      mdtrtarea_admdvs: drawWeighted(draw, elsewhere),
      ...validityOf(source, draw, filed),
    },
  ];
};

const validityOf = ({ start }: Source, draw: Draw, filed: FilingKind | 'expired') => {
  if (filed === 'resident') return { begndate: addMonths(start, -drawWhole(draw, 1, 48)) };
  const daysAgo = filed === 'expired' ? drawWhole(draw, 200, 500) : drawWhole(draw, 0, 90);
  const begndate = addDays(start, -daysAgo);
  return { begndate, enddate: addMonths(begndate, 6) };
};
