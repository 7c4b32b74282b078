import { yuan } from '../../../../kernel/money.ts';
import type { Case, Sums } from '../types/verdict.ts';

/** What a case is about: visit and batch, or the first message where nothing more is known. */
export const subjectInWords = ({ mdtrt_id, chrg_bchno, setl_ids, msgids }: Case): string => {
  if (mdtrt_id === undefined) return setl_ids[0] === undefined ? `报文 ${msgids[0] ?? ''}` : `结算 ${setl_ids[0]}`;
  return `就诊 ${mdtrt_id}${chrg_bchno === undefined ? '' : ` 批次 ${chrg_bchno}`}`;
};

/** The sums as an equation. */
export const sumsInWords = ({ platform, his, explained, open, unexplained }: Sums): string =>
  [
    `平台合计 ${yuan(platform)} = 医院合计 ${yuan(his)} + 已说明 ${yuan(explained)} + 未问清 ${yuan(open)}`,
    ...(unexplained === 0 ? [] : [`另有 ${yuan(unexplained)} 无法说明`]),
  ].join('，');
