import type { Voucher } from './voucher.ts';

/** What other departments do with a voucher: 申请报销, 报销, 退回申请, 冲红. */
export type Mark = 'applying' | 'reimbursed' | 'none' | 'reversed';

/** The voucher after a mark, or in plain Chinese why it cannot be set. */
export const marked = (voucher: Voucher, mark: Mark): Voucher | string => {
  if (voucher.state !== 'normal') return '凭证不是正常状态，不能办理';
  if (voucher.red) return '冲红票不能报销，也不能再冲红';
  if (voucher.rhredFlag === '1') return '凭证已冲红，不能办理';
  if (mark === 'reversed') return reversed(voucher);
  const { reimFlag } = voucher;
  if (mark === 'applying') return reimFlag === '0' ? { ...voucher, reimFlag: '2' } : '凭证已申请或已报销，不能再申请';
  if (reimFlag !== '2') return '凭证没有在申请报销，请先登记申请';
  return { ...voucher, reimFlag: mark === 'reimbursed' ? '1' : '0' };
};

const reversed = (voucher: Voucher): Voucher | string =>
  voucher.reimFlag === '0' ? { ...voucher, rhredFlag: '1' } : '凭证已申请或已报销，不能冲红';
