import type { Admdvs } from '../../../kernel/admdvs.ts';
import type { Reader, Write } from '../../store/port.ts';
import { requirementOf } from './requirements/all.ts';
import type { Explainable } from './requirements/requirement.ts';

/** What a province writes beside a row 测试说明, where the documents let a row stand on it. */
export type Explanations = ReadonlyMap<string, string>;

/** Explains the residents 居民未开通 in every row that names them. */
export const RESIDENTS = 'residents';

const prefixOf = (province: Admdvs): string => `acceptance:${province}:`;

/** What the province has explained, by the id of the requirement. An empty text is an explanation taken back. */
export const explanationsOf = (reader: Pick<Reader, 'settingsUnder'>, province: Admdvs): Explanations => {
  const prefix = prefixOf(province);
  const kept = reader.settingsUnder(prefix).filter(({ value }) => value !== '');
  return new Map(kept.map(({ key, value }) => [key.slice(prefix.length), value]));
};

/** Keeps an explanation; an empty text takes it back. */
export const explain = (province: Admdvs, id: string, text: string): Write => ({
  kind: 'setting.put',
  key: prefixOf(province) + id,
  value: text,
});

/** Why this row cannot be explained; undefined when it can. */
export const notExplainable = (id: string): string | undefined => {
  if (id === RESIDENTS) return undefined;
  const requirement = requirementOf(id);
  if (!requirement) return `没有要求 ${id}；编号见 kuasheng acceptance status`;
  if (requirement.explainable) return undefined;
  return `${id}（${requirement.clause}）不能用情况说明代替测试`;
};

/** What an explanation of a row is taken for. */
export const EXPLAINABLE_NAMES: Readonly<Record<Explainable, string>> = {
  residents: '居民未开通可不测，需说明',
  untested: '没有测试的交易项目需提供情况说明',
  'no-value': '费用项目无值需说明',
  'not-applicable': '条件不适用可说明',
  statement: '沙箱看不到，由本省自述',
};
