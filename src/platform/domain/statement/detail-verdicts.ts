import { yuan, type Fen } from '../../../kernel/money.ts';
import { reconcile, type Entry, type Reconciled } from '../../../rules/clearing/reconcile.ts';
import type { Period } from '../../../rules/clearing/period.ts';
import { refundFlag } from '../refund-flag.ts';
import type { Settlement } from '../settlement.ts';
import type { DetailRow } from './detail-file.ts';
import { oursOnlyMemo } from './ours-only-memo.ts';

/** A settlement as it is reconciled. */
type Ours = Entry & { readonly settlement: Settlement };

type Row = Reconciled<Ours, DetailRow>;

/** What our books say besides the rows. */
type Known = {
  /** Why a settlement of ours is not among those that are reconciled. */
  readonly whyNot: (setl_id: string) => string | undefined;
  /** The month of clearing in which 3261 has confirmed a row. */
  readonly confirmedIn: (setl_id: string) => Period | undefined;
};

const oursOf = (settlement: Settlement): Ours => ({ setl_id: settlement.setl_id, ...settlement.shares, settlement });

const both = (name: string, theirs: Fen | undefined, ours: Fen | undefined): string =>
  `${name}不符：机构 ${theirs === undefined ? '' : yuan(theirs)}，中心 ${ours === undefined ? '' : yuan(ours)}`;

/** What is said of a row, with what to do about it (sandbox wording). */
const memoOf = ({ verdict, ours, theirs }: Row, { whyNot, confirmedIn }: Known): string => {
  switch (verdict) {
    case 'agree':
      return '一致';
    case 'ours-only':
      return oursOnlyMemo(ours.settlement, confirmedIn(ours.setl_id));
    case 'theirs-only': {
      const why = whyNot(theirs.setl_id);
      return why === undefined
        ? '仅机构有：中心没有该结算ID的结算'
        : `仅机构有：中心的该笔结算不在对账范围内（${why}）`;
    }
    case 'repeated':
      return '文件内结算ID重复，以第一行为准';
    case 'total-differs':
      return both('医疗费总额', theirs.medfee_sumamt, ours.medfee_sumamt);
    case 'fund-differs':
      return both('基金支付总额', theirs.fund_pay_sumamt, ours.fund_pay_sumamt);
    case 'account-differs':
      return both('个人账户支出', theirs.acct_pay, ours.acct_pay);
  }
};

const NOTHING = 'null';

/** The amounts are those of the centre; what it does not have is null. */
const cellsOf = (row: Row, memo: string): readonly string[] => {
  const stmt_rslt = row.verdict === 'agree' ? '0' : '1';
  if (!row.ours) {
    const { psn_no, mdtrt_id, setl_id, refd_setl_flag } = row.theirs;
    return [psn_no, mdtrt_id, setl_id, NOTHING, stmt_rslt, refd_setl_flag, memo, NOTHING, NOTHING, NOTHING];
  }
  const { settlement } = row.ours;
  const { medfee_sumamt, fund_pay_sumamt, acct_pay } = settlement.shares;
  return [
    settlement.visitor.psn_no, settlement.mdtrt_id, settlement.setl_id, settlement.msgid, stmt_rslt,
    refundFlag(settlement), memo, yuan(medfee_sumamt), yuan(fund_pay_sumamt), yuan(acct_pay),
  ]; // prettier-ignore
};

const printed = (cell: string): string => (cell === '' ? NOTHING : cell.replace(/[\t\r\n]/g, ' '));

/** result.txt of 3202: a verdict for every row of either side, columns by TAB (order of two public HIS). */
export const resultText = (ours: readonly Settlement[], theirs: readonly DetailRow[], known: Known): string =>
  reconcile(ours.map(oursOf), theirs)
    .map((row) => `${cellsOf(row, memoOf(row, known)).map(printed).join('\t')}\n`)
    .join('');
