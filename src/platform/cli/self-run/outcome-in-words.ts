import { provinceName } from '../../../kernel/admdvs.ts';
import { SIX } from '../../features/acceptance/self-run/diseases.ts';
import type { Played } from '../../features/acceptance/self-run/play-row.ts';
import type { RolePlayed } from '../../features/acceptance/self-run/self-run.ts';
import { table, type Column } from '../layout/table.ts';
import { wrap } from '../layout/wrap.ts';
import { ROLES, VERDICTS } from './progress.ts';

const DISEASES: readonly Column[] = SIX.map(({ code }) => ({ title: code }));

/** At the end: the rows, the counts and the funds of each role, and what it all came to. */
export const outcomeInWords = (roles: readonly RolePlayed[], columns: number): string =>
  [...roles.map((role) => roleInWords(role, columns)), roles.map(verdictOf).join('\n')].join('\n');

/** No row failed and no count is short; what was skipped has said why. */
export const isPassed = (role: RolePlayed): boolean =>
  role.rows.every(({ verdict }) => verdict !== 'failed') && shortCounts(role) === 0;

const shortCounts = ({ diseases }: RolePlayed): number =>
  diseases.flatMap(({ counts, untested }) => (untested ? [] : counts.filter(({ seen, least }) => seen < least))).length;

const roleInWords = (role: RolePlayed, columns: number): string =>
  [
    '',
    `━━ ${titleOf(role)}`,
    '',
    rowsTable(role, columns),
    '',
    countsTable(role, columns),
    '',
    ...wrap(fundsInWords(role), columns),
    '',
  ].join('\n');

const titleOf = ({ stage: { role, treatment, insured } }: RolePlayed): string => {
  const tested = role === 'treatment' ? treatment : insured;
  return `${provinceName(tested)}（${tested}）作为${ROLES[role]}`;
};

const ROW_HEADS: readonly Column[] = [{ title: '序号' }, { title: '项目', gives: true }, ...DISEASES];

/** A row a line, a disease a column; rows of no disease stand in the first column. */
const rowsTable = ({ rows }: RolePlayed, columns: number): string => {
  const keys = [...new Set(rows.map(({ key }) => key))];
  const lines = keys.map((key) => {
    const played = rows.filter((row) => row.key === key);
    return [played[0]?.number ?? '', played[0]?.title ?? '', ...cellsOf(played)];
  });
  return table(ROW_HEADS, lines, columns);
};

const cellsOf = (played: readonly Played[]): string[] => {
  const [first] = played;
  if (first && !first.disease) return [VERDICTS[first.verdict]];
  return SIX.map(({ code }) => {
    const found = played.find(({ disease }) => disease?.code === code);
    return found ? VERDICTS[found.verdict] : '';
  });
};

const COUNT_HEADS: readonly Column[] = [
  { title: '统计项目', gives: true },
  { title: '要求', align: 'right' },
  ...SIX.map(({ code }): Column => ({ title: code, align: 'right' })),
];

const countsTable = ({ diseases }: RolePlayed, columns: number): string => {
  const counted = diseases[0]?.counts ?? [];
  const lines = counted.map(({ title, least }, at) => [
    title,
    `≥${least}`,
    ...diseases.map(({ counts }) => String(counts[at]?.seen ?? 0)),
  ]);
  return table(COUNT_HEADS, lines, columns);
};

const fundsInWords = ({ diseases, covered }: RolePlayed): string => {
  const funds = new Map(diseases.flatMap((disease) => disease.funds.map(({ type, name }) => [type, name])));
  const seen = [...funds].sort(([a], [b]) => (a < b ? -1 : 1)).map(([type, name]) => `${type} ${name}`);
  return `见到的基金类型（${seen.length} 种）：${seen.join('、')}。${coverageInWords(covered)}`;
};

const coverageInWords = (covered: RolePlayed['covered']): string => {
  const codes = (is: boolean): string =>
    Object.entries(covered)
      .filter(([, all]) => all === is)
      .map(([code]) => code)
      .join('、');
  const [whole, partly] = [codes(true), codes(false)];
  if (whole === '' && partly === '') return '是否已覆盖参保地支持的全部类型，请对照参保地政策。';
  return [
    ...(whole === '' ? [] : [`参保地政策中的基金已见全的病种：${whole}。`]),
    ...(partly === '' ? [] : [`未见全的病种：${partly}，可能因病种限额用不到，请对照参保地政策。`]),
  ].join('');
};

const verdictOf = (role: RolePlayed): string => {
  const of = (verdict: Played['verdict']): number => role.rows.filter((row) => row.verdict === verdict).length;
  const short = shortCounts(role);
  const missing = short === 0 ? '' : `，统计数据不足 ${short} 项`;
  const figures = `通过 ${of('passed')} 行，未通过 ${of('failed')} 行，跳过 ${of('skipped')} 行${missing}`;
  const untested = role.diseases.filter((one) => one.untested).map(({ disease }) => disease.code);
  const sign = isPassed(role) ? (untested.length === 0 ? '✓' : '○') : '✗';
  const unable = untested.length === 0 ? '' : `参保地没有部分人员的待遇、未能测全的病种：${untested.join('、')}。`;
  return `${sign} ${titleOf(role)}自检：${figures}。${unable}`;
};
