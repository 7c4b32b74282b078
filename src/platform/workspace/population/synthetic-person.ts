import { addMonths, yearsBetween } from '../../../kernel/civil-time.ts';
import type { Insurance, Person, SpecialIdentity } from '../../domain/person.ts';
import { certificateOf, type Numbered } from './certificates.ts';
import { drawOne, drawWeighted, drawWhole, type Draw, type Weighted } from './draws.ts';
import { cardOf, personNumber, tokenOf } from './numbers.ts';
import { certificateOffset, drawFor, type Source } from './source.ts';

/** Person number n of a place, insured as given: name, certificate, special identities, what it can show. */
export const personOf = (source: Source, who: Numbered, insurance: Insurance): Person => {
  const { certno, brdy, gend } = certificateOf(who, certificateOffset(source, who.place));
  const age = yearsBetween(brdy, source.start);
  const draw = drawFor(source, who, 'person');
  const { surnames, men, women } = source.names;
  return {
    psn_no: personNumber(who),
    psn_cert_type: '01',
    certno,
    psn_name: drawOne(draw, surnames) + drawOne(draw, gend === '1' ? men : women),
    gend,
    naty: drawWeighted(draw, NATIONALITIES),
    brdy,
    insurances: [insurance],
    identities: age < 18 ? [] : identitiesOf(source, drawFor(source, who, 'identities')),
    ...(drawWhole(draw, 1, 100) <= 97 ? { card: cardOf(who) } : {}),
    ...(drawWhole(draw, 1, 100) <= 85 ? { ec_token: tokenOf(who) } : {}),
  };
};

/** 汉, 蒙古, 回, 藏, 维吾尔 */
const NATIONALITIES: Weighted<string> = [[92, '1'], [2, '2'], [3, '3'], [1, '4'], [2, '5']]; // prettier-ignore

/** Codes and names of the list psn_idet_type; most people have none. */
const IDENTITIES: Weighted<Pick<SpecialIdentity, 'psn_idet_type' | 'memo'> | undefined> = [
  [91, undefined],
  [4, { psn_idet_type: '2303', memo: '低保救助对象' }],
  [1, { psn_idet_type: '2304', memo: '特困救助对象' }],
  [1, { psn_idet_type: '2305', memo: '低收入救助对象' }],
  [1, { psn_idet_type: '2306', memo: '因病致贫救助对象' }],
  [1, { psn_idet_type: '2302', memo: '建档立卡贫困人员' }],
  [1, { psn_idet_type: '2102', memo: '退出现役的残疾军人' }],
];

const identitiesOf = ({ start }: Source, draw: Draw): SpecialIdentity[] => {
  const identity = drawWeighted(draw, IDENTITIES);
  return identity ? [{ ...identity, begndate: addMonths(start, -drawWhole(draw, 1, 60)) }] : [];
};
