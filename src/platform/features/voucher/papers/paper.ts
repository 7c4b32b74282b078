import { element, escaped } from '../../printed/markup.ts';
import { STYLE } from '../../printed/style.ts';

/** A paper of the onboarding 接入: what it says as data, and as markup for A4. */
export type Paper = {
  readonly title: string;
  /** False for a draft: something that it must say is not there yet. */
  readonly complete: boolean;
  readonly data: object;
  readonly body: string;
};

/** The forms in which a paper leaves the sandbox. */
export const PAPER_FORMATS = ['html', 'json'] as const;
export type PaperFormat = (typeof PAPER_FORMATS)[number];

/** A paper as text. */
export const paperText = (paper: Paper, format: PaperFormat): string =>
  format === 'html' ? paperHtml(paper) : `${JSON.stringify(paperJson(paper), null, 2)}\n`;

const paperJson = ({ title, complete, data }: Paper) => ({ title, complete, ...data });

/** One page to print: no script, nothing fetched. A draft bears its mark across the page. */
const paperHtml = ({ title, complete, body }: Paper): string => {
  const head = `<meta charset="utf-8">${element('title', escaped(title))}${element('style', STYLE)}`;
  const mark = complete ? '' : element('div', '草稿', { class: 'watermark' });
  const page = element('head', head) + element('body', mark + body);
  return `<!doctype html>\n${element('html', page, { lang: 'zh-CN' })}\n`;
};

/** What stands at the foot of each paper. */
export const footnote = (printedAt: string, words: string): string =>
  element('p', element('small', escaped(`沙箱打印于 ${printedAt}。${words}`)));

/** Where somebody signs and stamps. */
export const seal = (who: string): string =>
  element('table', element('tr', element('td', `${escaped(who)}（盖章）<br><br><br>日期：`)), { class: 'seals' });
