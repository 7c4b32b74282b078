import type { CivilDate } from '../../kernel/civil-time.ts';
import { crossProvinceDisease } from './in-scope.ts';
import type { DiseaseList } from './disease-list.ts';

/**
 * Whether an entitlement 认定 for one code serves a claim for another: the same code, or a category code 大类 and one of
 * its fine codes 细码, either way round (医保办发〔2024〕19号 附件1, note: an insured place may pass M08300 where it manages by
 * category or lacks the fine code). Two fine codes of one category never serve each other. Equal codes match whether or
 * not they are in the list: scope is another question.
 */
export const entitles = (list: DiseaseList, entitlement: string, claim: string, on: CivilDate): boolean =>
  entitlement === claim || isUnder(list, entitlement, claim, on) || isUnder(list, claim, entitlement, on);

const isUnder = (list: DiseaseList, fine: string, category: string, on: CivilDate): boolean =>
  crossProvinceDisease(list, fine, on)?.under === category && crossProvinceDisease(list, category, on) !== undefined;
