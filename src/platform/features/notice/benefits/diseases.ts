import type { CivilDate } from '../../../../kernel/civil-time.ts';
import { inForce, type Disease, type DiseaseList } from '../../../../rules/scope/disease-list.ts';

/** One of the diseases that a notice is about: a category 病种类别 with its codes. */
export type NoticeDisease = {
  /** `高血压 M03900`, `慢性肾功能衰竭（透析） M07801` */
  readonly label: string;
  /** Without codes, inside a sentence: 透析. */
  readonly name: string;
  readonly category: string;
  readonly codes: readonly Disease[];
};

/** The diseases that are settled across provinces on a day, in the order of the national list. */
export const diseasesOn = ({ crossProvince }: DiseaseList, on: CivilDate): readonly NoticeDisease[] => {
  const open = crossProvince.filter((disease) => inForce(disease, on));
  return [...new Set(open.map(({ category }) => category))].map((category) => {
    const codes = open.filter((disease) => disease.category === category).sort(byCode);
    return { ...some(category, codes), ...(codes.length > 1 && { name: category }) };
  });
};

/** Those codes of a category. */
export const some = (category: string, codes: readonly Disease[]): NoticeDisease => ({
  label: labelOf(category, codes),
  name: codes.map(({ name }) => name).join('、'),
  category,
  codes,
});

const byCode = (one: Disease, other: Disease): number => (one.code < other.code ? -1 : 1);

/** How a category is called, or those codes of it that share their benefits. */
const labelOf = (category: string, codes: readonly Disease[]): string => {
  const [only, second] = codes;
  if (only !== undefined && second === undefined) {
    return `${only.name === category ? category : `${category}（${only.name}）`} ${only.code}`;
  }
  return `${category}（${codes.map(({ code, name }) => (name === category ? code : `${name} ${code}`)).join('、')}）`;
};
