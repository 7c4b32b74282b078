import { groundsOf, markOf } from '../grounds.ts';
import type { Block, Line, Notice, Row, Section } from '../notice.ts';

/** How a line is marked. */
type Marks = (line: Line) => string;

/** The heading of what is for checking and not for patients. */
export const APPENDIX = '附：依据和来源（供参保地核对，不随告知书发布）';

export const draftedOn = ({ on, name, place }: Notice): string =>
  `本稿由跨省沙箱按 ${name} ${place} 在 ${on} 的政策数据生成，不是任何地方发布的告知书。`;

/** The notice as Markdown that reads as plain text too, with what it rests on at its end. */
export const noticeText = (notice: Notice): string => {
  const grounds = groundsOf(notice);
  const listed = grounds.map((ground, index) => `- [${index + 1}] ${ground}`).join('\n');
  return `${[published(notice, markOf(grounds)), `## ${APPENDIX}`, draftedOn(notice), listed].join('\n\n')}\n`;
};

/** What patients would read, without marks: two drafts with the same words are the same notice. */
export const wordsOf = (notice: Notice): string => published(notice, () => '');

const published = ({ title, opening, sections }: Notice, marks: Marks): string =>
  [`# ${title}`, ...opening.map(({ text }) => text), ...sections.flatMap((section) => printed(section, marks))].join(
    '\n\n',
  );

const printed = ({ level, heading, blocks }: Section, marks: Marks): string[] => [
  `${'#'.repeat(level + 1)} ${heading}`,
  ...blocks.map((block) => printedBlock(block, marks)),
];

const said = (line: Line, marks: Marks): string => line.text + marks(line);

const printedBlock = (block: Block, marks: Marks): string => {
  if (block.kind === 'paragraph') return said(block.line, marks);
  if (block.kind === 'list') return block.items.map((item, index) => `${index + 1}. ${said(item, marks)}`).join('\n');
  return [
    cells(block.heads),
    cells(block.heads.map(() => '---')),
    ...block.rows.map((row) => printedRow(row, marks)),
  ].join('\n');
};

const printedRow = (row: Row, marks: Marks): string =>
  cells(row.map((lines) => lines.map((line) => said(line, marks)).join('；')));

const cells = (texts: readonly string[]): string =>
  `| ${texts.map((text) => text.replaceAll('|', '\\|')).join(' | ')} |`;
