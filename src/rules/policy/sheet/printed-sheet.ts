import { MARKS } from '../basis.ts';
import { lifeOf } from '../find-parameters.ts';
import { BENEFIT_TITLES, INSURANCES } from '../titles.ts';
import type { Sheet, SheetRow } from './sheet.ts';

/** A sheet as texts: what a page and a terminal lay out in their own ways. */
export type PrintedSheet = {
  /** 职工医保 门诊慢特病 */
  readonly title: string;
  /** The name of the policy and its life. */
  readonly head: string;
  /** Cells under `COLUMNS`; a cell that repeats the one above it is empty. */
  readonly rows: readonly (readonly string[])[];
  /** What the figures rest on; the cells say `[1]` for the first. */
  readonly grounds: readonly string[];
  readonly sources: readonly string[];
};

export const COLUMNS = ['参数', '条件', '值', '起', '依据'] as const;

export const printedSheet = (sheet: Sheet): PrintedSheet => {
  const grounds = [...new Set(sheet.rows.map(groundOf))];
  return {
    title: sheetTitle(sheet),
    head: `${sheet.name}，${lifeOf(sheet)}`,
    rows: sheet.rows.map((row, index) => cellsOf(row, sheet.rows[index - 1], grounds.indexOf(groundOf(row)) + 1)),
    grounds,
    sources: sheet.sources.map(({ title, dated, trust }) => `${title}，${dated}。${trust}`),
  };
};

export const sheetTitle = ({ insutype, benefit }: Pick<Sheet, 'insutype' | 'benefit'>): string =>
  `${INSURANCES[insutype]} ${BENEFIT_TITLES[benefit]}`;

const cellsOf = (row: SheetRow, above: SheetRow | undefined, ground: number): string[] => {
  const isSame = above?.parameter === row.parameter;
  return [
    isSame ? '' : row.title,
    row.condition,
    row.value,
    isSame && above.from === row.from ? '' : spanOf(row),
    `[${ground}] ${markOf(row)}`,
  ];
};

const spanOf = ({ from, to }: SheetRow): string => (to === undefined ? from : `${from} 至 ${to}`);

/** `示意值：沙箱设定，非政策数字` */
const markOf = ({ status, mark }: SheetRow): string => (status === 'illustrative' ? '示意值：' : '') + MARKS[mark];

const groundOf = (row: SheetRow): string => {
  const founded = row.status === 'real' ? '，数字见来源' : '';
  const note = row.note === undefined ? '' : `说明：${row.note}`;
  return `${markOf(row)}${founded}，${row.checked_on} 核对。来源：${row.source}。${note}`;
};
