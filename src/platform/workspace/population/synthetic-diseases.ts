import { addMonths, yearsBetween, type CivilDate } from '../../../kernel/civil-time.ts';
import type { Insurance, Qualification } from '../../domain/person.ts';
import type { Numbered } from './certificates.ts';
import { drawWeighted, drawWhole, type Weighted } from './draws.ts';
import { declarationNumber, personNumber } from './numbers.ts';
import { drawFor, type Source } from './source.ts';

type Disease = Pick<Qualification, 'opsp_dise_name'> & { readonly opsp_dise_code: string };

/** Chronic diseases that are settled across provinces (seeds/diseases); how often each comes is invented. */
export const DISEASES: Weighted<Disease> = [
  [42, { opsp_dise_code: 'M03900', opsp_dise_name: '高血压' }],
  [26, { opsp_dise_code: 'M01600', opsp_dise_name: '糖尿病' }],
  [12, { opsp_dise_code: 'M04600', opsp_dise_name: '冠心病' }],
  [7, { opsp_dise_code: 'M05300', opsp_dise_name: '慢性阻塞性肺疾病' }],
  [4, { opsp_dise_code: 'M06900', opsp_dise_name: '类风湿关节炎' }],
  [3, { opsp_dise_code: 'M00500', opsp_dise_name: '恶性肿瘤门诊治疗' }],
  [3, { opsp_dise_code: 'M00200', opsp_dise_name: '病毒性肝炎' }],
  [2, { opsp_dise_code: 'M07801', opsp_dise_name: '透析' }],
  [1, { opsp_dise_code: 'M07200', opsp_dise_name: '强直性脊柱炎' }],
];

/** How many recognised diseases somebody has; `below` is an age in full years. */
const HOW_MANY: readonly { readonly below: number; readonly count: Weighted<0 | 1 | 2> }[] = [
  { below: 18, count: [[1, 0]] },
  { below: 45, count: [[80, 0], [18, 1], [2, 2]] },
  { below: 60, count: [[55, 0], [32, 1], [13, 2]] },
  { below: 200, count: [[35, 0], [40, 1], [25, 2]] },
]; // prettier-ignore

/** The recognised chronic diseases 门诊慢特病认定资格, since one to six years; a second one differs from the first. */
export const qualificationsOf = (
  source: Source,
  who: Numbered,
  brdy: CivilDate,
  { insutype }: Pick<Insurance, 'insutype'>,
): Qualification[] => {
  const draw = drawFor(source, who, 'diseases');
  const age = yearsBetween(brdy, source.start);
  const count = drawWeighted(draw, HOW_MANY.find(({ below }) => age < below)?.count ?? [[1, 0]]);
  const held: Disease[] = [];
  while (held.length < count) {
    held.push(drawWeighted(draw, DISEASES.filter(([, disease]) => !held.includes(disease)))); // prettier-ignore
  }
  return held.map((disease, index) => ({
    ...disease,
    trt_dcla_detl_sn: declarationNumber(who, 2, index),
    psn_no: personNumber(who),
    insutype,
    local_dise_code: disease.opsp_dise_code,
    begndate: addMonths(source.start, -drawWhole(draw, 12, 72)),
  }));
};
