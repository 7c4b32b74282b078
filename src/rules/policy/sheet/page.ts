import { placeName, type Admdvs } from '../../../kernel/admdvs.ts';
import { COLUMNS, printedSheet } from './printed-sheet.ts';
import type { Sheet } from './sheet.ts';

/** The page of a place as Markdown: every value that its policies ever had, to be put beside the official texts. */
export const policyPage = (place: Admdvs, folder: string, sheets: readonly Sheet[]): string =>
  [
    `# ${placeName(place)} ${place} 参保地政策`,
    `<!-- written by npm run generate from ${folder} -->`,
    `由 \`${folder}\` 生成，用来与官方文件逐条核对。同一参数自上而下，第一条符合条件的生效；“示意值”不是政策数字。`,
    ...sheets.map(section),
  ]
    .join('\n\n')
    .concat('\n');

const section = (sheet: Sheet): string => {
  const { title, head, rows, grounds, sources } = printedSheet(sheet);
  return [
    `## ${title}`,
    `${head}。文件 \`${fileName(sheet.file)}\``,
    [line(COLUMNS), `|${'---|'.repeat(COLUMNS.length)}`, ...rows.map(line)].join('\n'),
    ['依据', ...grounds.map((ground, index) => `- [${index + 1}] ${ground}`)].join('\n'),
    ['来源', ...sources.map((source) => `- ${source}`)].join('\n'),
  ].join('\n\n');
};

const line = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;

const fileName = (file: string): string => file.slice(file.lastIndexOf('/') + 1);
