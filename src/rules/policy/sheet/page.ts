import { placeName, type Admdvs } from '../../../kernel/admdvs.ts';
import { COLUMNS, printedSheet } from './printed-sheet.ts';
import type { Sheet, SheetRow } from './sheet.ts';

/** A place and all that its policies say; `folder` is where its files are. */
export type PageOf = { readonly place: Admdvs; readonly folder: string; readonly sheets: readonly Sheet[] };

/** The page of a place as Markdown: every value that its policies ever had, to be put beside the official texts. */
export const policyPage = ({ place, folder, sheets }: PageOf): string =>
  [
    `# ${placeName(place)} ${place} 参保地政策`,
    `<!-- written by npm run generate from ${folder} -->`,
    `由 \`${folder}\` 生成，用来与官方文件逐条核对。同一参数、同一起始日之内自上而下，第一条符合条件的生效；“示意值”不是政策数字。`,
    ...sheets.map(section),
  ]
    .join('\n\n')
    .concat('\n');

/** The list of all pages: how many figures of each place stand in a source, and how many somebody chose. */
export const policyIndexPage = (places: readonly PageOf[]): string =>
  [
    '# 参保地政策',
    '<!-- written by npm run generate from seeds/policies -->',
    '每个地方一页，列出全部数值、条件和来源。“有出处”的数字在所列来源里，来源可信程度见各页；“示意值”是为演示选定的，不是政策数字。',
    [
      table(['地方', '有出处', '示意值', '最早核对']),
      ...places.map(({ place, folder, sheets }) => {
        const rows = sheets.flatMap((sheet) => sheet.rows);
        const link = `[${placeName(place)} ${place}](${lastPart(folder)}.md)`;
        return line([link, countOf(rows, 'real'), countOf(rows, 'illustrative'), earliest(rows)]);
      }),
    ].join('\n'),
    '添加一个地方：[adding a place](../adding-a-place.md)。比较两地或两天：`kuasheng policy diff`。',
  ]
    .join('\n\n')
    .concat('\n');

const countOf = (rows: readonly SheetRow[], status: SheetRow['status']): string =>
  String(rows.filter((row) => row.status === status).length);

const earliest = (rows: readonly SheetRow[]): string => rows.map(({ checked_on }) => checked_on).sort()[0] ?? '';

const section = (sheet: Sheet): string => {
  const { title, head, rows, grounds, sources } = printedSheet(sheet);
  return [
    `## ${title}`,
    `${head}。文件 \`${lastPart(sheet.file)}\``,
    [table(COLUMNS), ...rows.map(line)].join('\n'),
    ['依据', ...grounds.map((ground, index) => `- [${index + 1}] ${ground}`)].join('\n'),
    ['来源', ...sources.map((source) => `- ${source}`)].join('\n'),
  ].join('\n\n');
};

const table = (titles: readonly string[]): string => `${line(titles)}\n|${'---|'.repeat(titles.length)}`;

const line = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;

const lastPart = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
