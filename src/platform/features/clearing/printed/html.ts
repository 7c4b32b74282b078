import { yuan } from '../../../../kernel/money.ts';
import { isMoney, type Cell, type ClearingDocument } from '../documents/document.ts';
import { escaped } from '../../printed/markup.ts';
import { STYLE } from './style.ts';

/** Documents as one page to print, each on a sheet of its own: no script, nothing fetched. */
export const documentsHtml = (documents: readonly ClearingDocument[], printedAt: string): string => {
  const title = documents[0]?.title ?? '跨省异地就医费用清算';
  const head = `<meta charset="utf-8"><title>${escaped(title)}</title><style>${STYLE}</style>`;
  const body = documents.map((one) => sheet(one, printedAt)).join('\n');
  return `<!doctype html>\n<html lang="zh-CN"><head>${head}</head><body>${body}</body></html>\n`;
};

const sheet = ({ title, facts, columns, rows, total, note }: ClearingDocument, printedAt: string): string => {
  const lines = rows.map((cells) => row(cells, 'td')).join('\n');
  const heading = facts.map(([name, value]) => `${escaped(name)}：${escaped(value)}`).join('　');
  return [
    `<section><h1>${escaped(title)}</h1><p class="facts">${heading}　单位：元</p>`,
    `<table><thead>${row(columns, 'th')}</thead><tbody>${lines}</tbody><tfoot>${row(total, 'td')}</tfoot></table>`,
    `<p class="sign">经办机构（签章）：　　　　　　日期：</p>`,
    `<p><small>沙箱打印于 ${escaped(printedAt)}。${escaped(note)}</small></p></section>`,
  ].join('\n');
};

const row = (cells: readonly Cell[], tag: 'td' | 'th'): string =>
  `<tr>${cells.map((cell) => `<${tag}${classOf(cell)}>${shown(cell)}</${tag}>`).join('')}</tr>`;

const classOf = (cell: Cell): string => (typeof cell === 'string' || cell === null ? '' : ' class="number"');

const shown = (cell: Cell): string => {
  if (cell === null) return '';
  return escaped(isMoney(cell) ? yuan(cell.fen) : String(cell));
};
