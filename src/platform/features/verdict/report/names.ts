import type { BookSource } from '../types/his-book.ts';
import type { Blame, VerdictName } from '../types/verdict.ts';

/** Verdicts as a cashier's office reads them. */
export const VERDICT_NAMES: Readonly<Record<VerdictName, string>> = {
  'double-charged': '重复收费',
  'reversed-twice': '重复冲正',
  'reversed-known-success': '冲正了已知成功的交易',
  'orphan-on-platform': '平台单边账',
  'orphan-in-his': '医院单边账',
  unresolved: '未问清',
  consistent: '一致',
};

export const BLAME_NAMES: Readonly<Record<Blame, string>> = {
  his: '医院系统',
  injected: '注入的故障',
  approximation: '沙箱的近似',
  ambiguous: '规范没有写明',
};

export const BOOK_NAMES: Readonly<Record<BookSource | 'inferred', string>> = {
  csv: '医院上传的账',
  api: '医院接口给的账',
  statement: '医院 3202 对明细账的文件，文件不涉及的由报文推断',
  inferred: '由医院的报文推断',
};
