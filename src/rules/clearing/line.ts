import { provinceOf, reach, type Admdvs } from '../../kernel/admdvs.ts';
import type { CivilDateTime } from '../../kernel/civil-time.ts';
import { add, type Fen } from '../../kernel/money.ts';
import type { ClearingRules } from './calendar.ts';
import { periodOf, type Period } from './period.ts';

/** Which of the two detail tables 应付明细表 a line stands in: 职工, or 居民. */
export type Insurance = 'employee' | 'resident';

/** A line of clearing 清算明细: a settlement, its refund (negative), or what was deducted from it (negative). */
export type ClearingLine = {
  readonly id: string;
  readonly kind: 'settlement' | 'refund' | 'deduction';
  /** Of a refund or deduction: the settlement. */
  readonly of?: string;
  /** The month in which it arose; where it is cleared says its standing. */
  readonly month: Period;
  /** 参保省, which pays, and 就医省, which is paid. */
  readonly payer: Admdvs;
  readonly payee: Admdvs;
  readonly insuplc: Admdvs;
  readonly mdtrtarea: Admdvs;
  readonly insurance: Insurance;
  readonly fixmedins_code: string;
  readonly medfee: Fen;
  readonly fund: Fen;
  readonly account: Fen;
};

/** What a line is made of: a settlement or refund as the national node keeps it. */
export type Clearable = {
  readonly setl_id: string;
  readonly refundOf?: string;
  readonly state: 'effective' | 'refunded' | 'reversed';
  readonly setl_time: CivilDateTime;
  readonly fixmedins_code: string;
  readonly mdtrtarea: Admdvs;
  readonly insuplc: Admdvs;
  readonly visitor: { readonly insutype: string };
  readonly shares: { readonly medfee_sumamt: Fen; readonly fund_pay_sumamt: Fen; readonly acct_pay: Fen };
};

/** 居民 has 39x, everybody else counts as 职工 (sandbox: 离休 and the like are few). */
export const insuranceOf = (insutype: string): Insurance => (insutype.startsWith('39') ? 'resident' : 'employee');

/**
 * The line of a settlement or refund; undefined for what provinces do not clear with each other: reversed, or within a
 * province. Manual reimbursements never get here: they stand in the insured place's own book only.
 */
export const lineOf = (row: Clearable): ClearingLine | undefined => {
  const { setl_id, refundOf, mdtrtarea, insuplc, fixmedins_code, shares } = row;
  if (row.state === 'reversed' || reach(mdtrtarea, insuplc) !== 'cross-province') return undefined;
  return {
    id: setl_id,
    kind: refundOf === undefined ? 'settlement' : 'refund',
    ...(refundOf !== undefined && { of: refundOf }),
    month: periodOf(row.setl_time),
    payer: provinceOf(insuplc),
    payee: provinceOf(mdtrtarea),
    insuplc,
    mdtrtarea,
    insurance: insuranceOf(row.visitor.insutype),
    fixmedins_code,
    medfee: shares.medfee_sumamt,
    fund: shares.fund_pay_sumamt,
    account: shares.acct_pay,
  };
};

/** What the payer owes for a line. */
export const dueOf = ({ fund, account }: Pick<ClearingLine, 'fund' | 'account'>, rules: ClearingRules): Fen =>
  rules.accountCleared === 1 ? add(fund, account) : fund;
