import { groundsOf, markOf } from '../grounds.ts';
import { BLANK, type Block, type Line, type Notice, type Row, type Section } from '../notice.ts';
import { STYLE } from './style.ts';
import { APPENDIX, draftedOn } from './text.ts';

/** The notice as a page to print on A4: everything in one file, no script, nothing fetched. */
export const noticeHtml = (notice: Notice): string => {
  const grounds = groundsOf(notice);
  const mark = markOf(grounds);
  const said: Said = (line) => {
    const text = escaped(line.text).replaceAll(BLANK, `<span class="blank">${BLANK}</span>`);
    return line.ground === undefined ? text : `${text}<sup>${mark(line)}</sup>`;
  };
  return `${[
    '<!doctype html>',
    '<html lang="zh-CN">',
    `<head><meta charset="utf-8"><title>${escaped(notice.title)}</title><style>${STYLE}</style></head>`,
    '<body>',
    `<h1>${escaped(notice.title)}</h1>`,
    ...notice.opening.map((line) => `<p>${said(line)}</p>`),
    ...notice.sections.map((section) => sectionHtml(section, said)),
    `<section class="appendix"><h2>${APPENDIX}</h2><p>${escaped(draftedOn(notice))}</p>`,
    `<ol>${grounds.map((ground) => `<li>${escaped(ground)}</li>`).join('')}</ol></section>`,
    '</body>',
    '</html>',
  ].join('\n')}\n`;
};

/** A line with its marks, as markup. */
type Said = (line: Line) => string;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Names and sources may come from files of the user. */
const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '');

const sectionHtml = ({ level, heading, blocks }: Section, said: Said): string =>
  [`<h${level + 1}>${escaped(heading)}</h${level + 1}>`, ...blocks.map((block) => blockHtml(block, said))].join('\n');

const blockHtml = (block: Block, said: Said): string => {
  if (block.kind === 'paragraph') return `<p>${said(block.line)}</p>`;
  if (block.kind === 'list') return `<ol>${block.items.map((item) => `<li>${said(item)}</li>`).join('')}</ol>`;
  const { heads, rows } = block;
  const titles = heads.map((head) => `<th scope="col">${escaped(head)}</th>`).join('');
  const body = rows.map((row) => rowHtml(row, heads.length, said)).join('\n');
  return `<table><thead><tr>${titles}</tr></thead><tbody>\n${body}\n</tbody></table>`;
};

/** The last cell of a short row goes over the rest of the columns. */
const rowHtml = (row: Row, columns: number, said: Said): string => {
  const cells = row.map((lines, index) => {
    const span = index === row.length - 1 ? columns - index : 1;
    return `<td${span > 1 ? ` colspan="${span}"` : ''}>${lines.map(said).join('<br>')}</td>`;
  });
  return `<tr>${cells.join('')}</tr>`;
};
