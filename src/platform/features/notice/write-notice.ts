import { placeName, type Admdvs } from '../../../kernel/admdvs.ts';
import type { CivilDate } from '../../../kernel/civil-time.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import type { Names } from '../../../rules/policy/sheet/condition-in-words.ts';
import { diseaseName } from '../../../rules/scope/disease-name.ts';
import type { Library } from '../../domain/library.ts';
import { benefitSection, INSUTYPES } from './benefits/benefit-section.ts';
import { diseasesOn } from './benefits/diseases.ts';
import { fullAdvances } from './benefits/full-advances.ts';
import { isIllustrative, linesOf, type Line, type Notice, type Section } from './notice.ts';
import { QUALIFICATION } from './qualification-part.ts';
import { ENQUIRIES, reimbursementPart } from './reimbursement-part.ts';
import { settlementPart } from './settlement-part.ts';

/** The notice of a place by its policies of that day, or that there are none. */
export const writeNotice = (library: Library, place: Admdvs, on: CivilDate): Result<Notice, string> => {
  const policies = INSUTYPES.map((insutype) => ({
    insutype,
    policy: library.benefit({ place, insutype, benefit: 'chronic', date: on }),
  }));
  const found = policies.flatMap(({ policy }) => (policy.outcome === 'found' ? [policy.parameters] : []));
  if (found.length === 0) {
    return fail(policies.map(({ policy }) => (policy.outcome === 'noPolicy' ? policy.text : '')).join('；'));
  }
  const names = namesOf(library, on);
  const diseases = diseasesOn(library.diseases, on);
  const benefits = policies.map(({ insutype, policy }) => benefitSection(insutype, policy, diseases, names));
  const sections = [
    ...QUALIFICATION,
    ...settlementPart(place, diseases, benefits),
    ...reimbursementPart(found.flatMap((parameters) => fullAdvances(parameters, names))),
    ENQUIRIES,
  ];
  const name = placeName(place);
  const template = found.some((parameters) => parameters.template === true);
  return ok({
    place,
    name,
    on,
    title: `${name}门诊慢特病跨省异地就医结算政策及流程告知书`,
    template,
    opening: openingOf(name, template, sections),
    sections,
  });
};

const openingOf = (name: string, template: boolean, sections: readonly Section[]): Line[] => [
  { text: `致${name}参保人员：` },
  { text: '到外省看门诊慢特病，符合条件的费用可以当场按医保结算。怎样认定、怎样结算、能报多少，见下文。' },
  ...warningsOf(template, linesOf({ opening: [], sections })),
];

const warningsOf = (template: boolean, lines: readonly Line[]): Line[] => {
  if (template)
    return [{ text: '※ 没有本地的政策数据：待遇数字都来自省级示意模板，不是政策，须改为本地规定以后再发布。' }];
  if (!lines.some(isIllustrative)) return [];
  return [{ text: '带 ※ 的内容是示意值或沙箱的做法，不是本地政策，须核对、改正以后再发布。' }];
};

const namesOf = ({ diseases, dictionary }: Library, on: CivilDate): Names => {
  const identities = new Map(dictionary('psn_idet_type')?.map(({ value, label }) => [value, label]));
  return { disease: (code) => diseaseName(diseases, code, on), identity: (code) => identities.get(code) };
};
