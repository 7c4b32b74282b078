import type { Party } from '../party.ts';
import { refuse, type Refusal } from '../refusals.ts';

/** A page as 2172 to 2175 ask for it, in texts. */
export type PageTexts = { readonly page_num?: string; readonly page_size?: string };

type Page = { readonly pageNum: number; readonly pageSize: number };

/** Rows of a page unless said (sandbox). */
const USUAL = 10;
/** page_size has six digits; so many rows nobody reads at once. */
const LARGEST = 1_000;

const numberOf = (text: string | undefined, usual: number): number => (text === undefined ? usual : Number(text));

const pageOf = ({ page_num, page_size }: PageTexts): Page => ({
  pageNum: numberOf(page_num, 1),
  pageSize: numberOf(page_size, USUAL),
});

export const faultOfPage = (asked: PageTexts, by: Party): Refusal | undefined => {
  const { pageNum, pageSize } = pageOf(asked);
  const countable = Number.isSafeInteger(pageNum) && Number.isSafeInteger(pageSize);
  if (countable && pageNum >= 1 && pageSize >= 1 && pageSize <= LARGEST) return undefined;
  return refuse(by, 'page-range', asked.page_num ?? '', asked.page_size ?? '', LARGEST);
};

/** The rows of a page, with what the document prints around them. Rows count from 1; an empty page has none. */
export const paged = <Row>(rows: readonly Row[], asked: PageTexts) => {
  const { pageNum, pageSize } = pageOf(asked);
  const pages = Math.max(1, Math.ceil(rows.length / pageSize));
  const data = rows.slice((pageNum - 1) * pageSize, pageNum * pageSize);
  const startRow = data.length === 0 ? 0 : (pageNum - 1) * pageSize + 1;
  return {
    pageNum,
    pageSize,
    startRow,
    endRow: data.length === 0 ? 0 : startRow + data.length - 1,
    recordCounts: rows.length,
    size: data.length,
    pages,
    isFirstPage: pageNum === 1,
    isLastPage: pageNum >= pages,
    data,
  };
};
