import { must } from '../../../../kernel/assert.ts';
import { FILINGS, type Case, type Filing } from '../../../../rules/policy/case.ts';
import type { BenefitParameters } from '../../../../rules/policy/parameters.ts';
import { narrowed, type Known } from '../../../../rules/policy/sheet/narrowed.ts';
import { PARAMETER_TITLES } from '../../../../rules/policy/titles.ts';
import type { ParameterName } from '../../../../rules/policy/values.ts';
import type { Disease } from '../../../../rules/scope/disease-list.ts';
import { alike } from './alike.ts';
import { some, type NoticeDisease } from './diseases.ts';
import { casesOf } from './figures.ts';

/** How somebody may come from another province. */
export const FAR_FILINGS: readonly Filing[] = FILINGS.filter((filing) => filing !== 'local');

const PARAMETERS = Object.keys(PARAMETER_TITLES) as ParameterName[];

/** Codes of one category that are paid alike. */
export type Unit = NoticeDisease & {
  readonly known: Known;
  /** The class 病种分类 that the place puts them in; `none`: it has no 门诊慢特病 benefit for them. */
  readonly placed: Case<string>;
};

/** The diseases as the place pays them: a category whose codes are paid differently falls into several units. */
export const unitsOf = (parameters: BenefitParameters, diseases: readonly NoticeDisease[]): Unit[] =>
  diseases.flatMap((whole) =>
    alike(whole.codes, (disease) => benefitsOf(parameters, disease)).map((group) => ({
      ...(group.length === whole.codes.length ? whole : some(whole.category, group)),
      ...placeOfDisease(parameters, group[0]),
    })),
  );

const placeOfDisease = (parameters: BenefitParameters, { code }: Disease): Pick<Unit, 'known' | 'placed'> => {
  const known: Known = { benefit: 'chronic', disease: code, filings: FAR_FILINGS };
  const [placed] = narrowed(parameters.disease_class ?? [], known);
  must(placed, `${parameters.name} puts ${code} into a class, or into none`);
  return { known: { ...known, class: placed.value }, placed };
};

/** All that the place says of a disease, and on which grounds. */
const benefitsOf = (parameters: BenefitParameters, disease: Disease): unknown => {
  const { known, placed } = placeOfDisease(parameters, disease);
  return placed.value === 'none' ? placed : [placed, PARAMETERS.map((name) => casesOf(parameters, name, known))];
};
