import { must } from '../../kernel/assert.ts';
import { fitsVisit, type Facts, type Group, type VisitFacts } from '../policy/case.ts';
import type { BenefitParameters } from '../policy/parameters.ts';
import type { Insured, Visit } from './request.ts';

/**
 * The class 病种分类 that the place puts a disease in. Undefined when the place gives no 门诊慢特病 benefit for it: the visit
 * is then to be settled as 普通门诊 (医保办发〔2024〕19号 二（二）), and `settle` must not be asked.
 */
export const diseaseClassOf = (parameters: BenefitParameters, visit: Omit<VisitFacts, 'class'>): string | undefined => {
  const label = parameters.disease_class?.find(({ when }) => fitsVisit(when, visit))?.value;
  return label === 'none' ? undefined : label;
};

/** What the cases of a policy may ask about a visit. Throws when the place has no benefit for the disease. */
export const visitFacts = (parameters: BenefitParameters, visit: Visit, disease = visit.disease): VisitFacts => {
  const { benefit, level, filing } = visit;
  must(benefit === parameters.benefit, 'the parameters are those of the benefit');
  if (benefit === 'general') return { benefit, level, filing, disease: undefined, class: undefined };
  must(disease !== undefined, 'a visit of 门诊慢特病 names its disease');
  const found = diseaseClassOf(parameters, { benefit, disease, level, filing });
  must(found !== undefined, `${parameters.name} has a benefit for ${disease}`);
  return { benefit, level, filing, disease, class: found };
};

const groupOf = (person: Insured): Group => {
  if (person.insutype === '310') return person.retired ? '退休' : '在职';
  return person.student === true ? '学生儿童' : '成年居民';
};

/** Months of somebody of whom nothing is known: insured for longer than any policy asks. */
const LONG = 999;

/** Visit and person together. */
export const factsOf = (visit: VisitFacts, person: Insured): Facts => ({
  benefit: visit.benefit,
  level: visit.level,
  filing: visit.filing,
  disease: visit.disease,
  class: visit.class,
  group: groupOf(person),
  age: person.age,
  identities: person.identities,
  civilServant: person.civilServant,
  employerPlan: person.employerPlan ?? false,
  grade: person.grade,
  insuredMonths: person.insuredMonths ?? LONG,
});
