import { placeName } from '../../../kernel/admdvs.ts';

/** Queries and catalogues. */
export const QUERY_TEXTS = {
  // Queries.
  'file-unknown': (file_qury_no: string) =>
    `没有文件查询号 file_qury_no（${file_qury_no}）的文件，请先用 1301 等目录下载交易或 3202 取得`,
  'institution-mismatch': (sent: string, own: string) =>
    `机构编号 fixmedins_code（${sent}）与报文头的 ${own} 不符，请核对`,
  'cross-province-query': () => '跨省异地结算事后不能查询，请保存 2204 和 2207 的出参用于打印',
  'own-place-only': (place: string) => `本交易只能查询${placeName(place)}参保人`,
  'item-unknown': (code: string, place: string) =>
    `医疗目录编码 med_list_codg（${code}）不在${placeName(place)}医保目录内，请用 1312 查询可用的编码`,
  'list-type-mismatch': (sent: string, code: string, own: string) =>
    `目录类别 list_type（${sent}）与 ${code} 的目录类别 ${own} 不符，请改为 ${own}`,
  'match-dates': (begndate: string, enddate: string) =>
    `结束日期 enddate（${enddate}）早于开始日期 begndate（${begndate}），请改正后再传`,
  'match-unknown': (own: string, code: string) =>
    `未查询到有效的目录对照：机构编码 fixmedins_hilist_id（${own}）、医疗目录编码 med_list_codg（${code}），请用 1317 核对`,
  'catalogue-elsewhere': (field: string, sent: string, own: string) =>
    `${field}（${sent}）不是本机构所在的${placeName(own)}：这里只有就医地目录，请填 ${own} 或不填`,
  'page-invalid': (page_num: number, page_size: number) =>
    `当前页数 page_num（${page_num}）须从 1 起，本页数据量 page_size（${page_size}）须为 1 到 9999 的整数，请改正后再查`,
  'page-range': (page_num: string, page_size: string, most: number) =>
    `页码 page_num（${page_num}）须从 1 起，每页条目数 page_size（${page_size}）须为 1 到 ${most} 的整数，请改正后再查`,
  'dictionary-unknown': (type: string) => `没有字典 ${type}`,
};
