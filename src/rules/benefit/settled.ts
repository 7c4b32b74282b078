import type { CivilDate } from '../../kernel/civil-time.ts';
import type { Fen } from '../../kernel/money.ts';
import type { Rate } from '../../kernel/rate.ts';
import type { ClaimAmounts } from '../catalogue/total-lines.ts';
import type { Delta } from '../ledger/delta.ts';
import type { Mark, Status } from '../policy/basis.ts';

/** What each fund pays, named as in setlinfo. */
export type FundShares = {
  /** 基本医疗保险统筹基金 */
  readonly hifp_pay: Fen;
  /** 公务员医疗补助 */
  readonly cvlserv_pay: Fen;
  /** 企业补充医疗保险 */
  readonly hifes_pay: Fen;
  /** 居民大病保险 */
  readonly hifmi_pay: Fen;
  /** 职工大额医疗费用补助 */
  readonly hifob_pay: Fen;
  /** 伤残人员医疗保障 */
  readonly hifdm_pay: Fen;
  /** 医疗救助 */
  readonly maf_pay: Fen;
  /** 其他 */
  readonly oth_pay: Fen;
};

/** Who bears what of a claim, named as in setlinfo of transactions 2206 and 2207. */
export type Shares = ClaimAmounts &
  FundShares & {
    /** 实际支付起付线 */
    readonly act_pay_dedc: Fen;
    /** 统筹支付比例 after every discount; over several bands the ratio of the whole. */
    readonly pool_prop_selfpay: Rate;
    readonly fund_pay_sumamt: Fen;
    /** 个人负担总金额 */
    readonly psn_part_amt: Fen;
    /** 个人账户支出, 共济 included. */
    readonly acct_pay: Fen;
    readonly acct_mulaid_pay: Fen;
    readonly psn_cash_pay: Fen;
    /** 医院负担金额; no rule makes a hospital bear anything yet. */
    readonly hosp_part_amt: Fen;
    /** 个人账户余额 after the settlement. */
    readonly balc: Fen;
  };

/** One row of setldetail. */
export type FundRow = {
  readonly fund_pay_type: string;
  readonly fund_pay_type_name: string;
  /** The in-scope amount that the fund reckoned with. */
  readonly inscp_scp_amt: Fen;
  /** 本次可支付限额; undefined = no limit. */
  readonly crt_payb_lmt_amt: Fen | undefined;
  readonly fund_payamt: Fen;
  /** How it was reckoned, in a sentence. */
  readonly setl_proc_info: string;
};

/**
 * One step of the reckoning. `before` and `after` are what nobody has borne yet, from the whole claim down to nothing
 * after the cash; `amount` is what the step found. Steps that pay nothing leave before = after.
 */
export type ExplanationStep = {
  readonly rule: string;
  readonly title: string;
  /** Path in the policy file and the first day of the value. */
  readonly parameter?: string;
  readonly from?: CivilDate;
  readonly value?: string;
  readonly source?: string;
  readonly mark?: Mark;
  readonly status?: Status;
  readonly before: Fen;
  readonly amount: Fen;
  readonly after: Fen;
  /** A plain sentence that a cashier could read aloud. */
  readonly text: string;
};

/** The outcome of a settlement. Nothing in it is ever recomputed: refunds negate it. */
export type Settled = {
  readonly shares: Shares;
  readonly funds: readonly FundRow[];
  readonly deltas: readonly Delta[];
  readonly explanation: readonly ExplanationStep[];
  /** 全额垫付标志 */
  readonly fullAdvance: boolean;
};
