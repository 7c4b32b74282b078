import { placeName, provinceName } from '../../../kernel/admdvs.ts';
import type { Played, Verdict } from '../../features/acceptance/self-run/play-row.ts';
import type { Role, Stage } from '../../features/acceptance/self-run/scene.ts';
import { pad } from '../layout/width.ts';
import { wrap } from '../layout/wrap.ts';

export const VERDICTS: Readonly<Record<Verdict, string>> = { passed: '通过', failed: '未通过', skipped: '跳过' };

export const ROLES: Readonly<Record<Role, string>> = { treatment: '就医省', insured: '参保省' };

/** Who plays: both provinces, the hospital, the people. */
export const stageInWords = ({ role, treatment, insured, hospital, insuplc, third, cast }: Stage): string => {
  const people = [...cast.populations, ...cast.others, ...cast.temporary];
  const tested = role === 'treatment' ? treatment : insured;
  return [
    '',
    `━━ ${provinceName(tested)}（${tested}）作为${ROLES[role]}`,
    `   就医 ${provinceName(treatment)}，${hospital.fixmedins_name}（${hospital.fixmedins_code}）`,
    `   参保 ${provinceName(insured)}，${placeName(insuplc)}；第三省 ${provinceName(third)}`,
    `   人员 ${people.map(({ population, psn_name }) => `${population} ${psn_name}`).join('、')}`,
  ].join('\n');
};

/** The heading of a part of the script. */
export const partInWords = (title: string): string => `\n${title}`;

/** Remarks stand under the title of their row. */
const INDENT = ' '.repeat(19);

/** A row as it was played, with what is to be said of it. */
export const rowInWords = (row: Played, columns: number): string => {
  const cases = row.cases.length === 0 ? '' : `（${row.cases.length} 例）`;
  return [
    `  ${pad(VERDICTS[row.verdict], 6)}  ${pad(row.number, 7, 'right')}  ${row.title}${cases}`,
    ...row.remarks.flatMap((remark) => wrap(remark, columns - INDENT.length).map((line) => INDENT + line)),
  ].join('\n');
};
