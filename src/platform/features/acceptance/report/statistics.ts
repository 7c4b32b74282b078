import type { SideStatus } from '../acceptance.ts';
import { COMMON } from '../requirements/requirement.ts';
import type { Result } from '../result.ts';
import type { Side } from '../side.ts';
import { diseaseName, TESTED_CODES } from '../tested-diseases.ts';

/** 统计 of a row of 附件1 §2.2 or §3.3 on one side. */
export type Count = {
  readonly title: string;
  readonly required: number;
  readonly seen: number;
  readonly rehearsed: number;
};

/** One row of both sections beside each other: they have the same numbers and rows. */
export type StatisticsRow = {
  readonly disease: string;
  readonly no: number;
} & { readonly [S in Side]?: Count };

const SECTIONS: Readonly<Record<Side, string>> = { treatment: '1.2.2', insured: '1.3.3' };
const PREPARATION_ROWS = 4;
const DISEASE_ROWS = 10;

/** The statistics 测试数据 of 附件1, the four common rows first. */
export const statisticsOf = (sides: readonly SideStatus[]): StatisticsRow[] => {
  const results = new Map(sides.flatMap((status) => status.results.map((one) => [one.requirement.id, one] as const)));
  const row = (disease: string, no: number): StatisticsRow => ({
    disease: disease === COMMON ? '通用交易' : `${disease} ${diseaseName(disease)}`,
    no,
    ...countOf('treatment', results.get(`${SECTIONS.treatment}.${disease}.${no}`)),
    ...countOf('insured', results.get(`${SECTIONS.insured}.${disease}.${no}`)),
  });
  return [
    ...numbers(PREPARATION_ROWS).map((no) => row(COMMON, no)),
    ...TESTED_CODES.flatMap((disease) => numbers(DISEASE_ROWS).map((no) => row(disease, no))),
  ];
};

const numbers = (to: number): number[] => Array.from({ length: to }, (_, index) => index + 1);

const countOf = (side: Side, result: Result | undefined): { readonly [S in Side]?: Count } => {
  if (!result) return {};
  const { requirement, required, seen, rehearsed } = result;
  return { [side]: { title: requirement.title, required, seen, rehearsed } };
};
