import { placeOf, type Admdvs } from '../../../kernel/admdvs.ts';
import type { CivilDate } from '../../../kernel/civil-time.ts';
import type { Party } from '../party.ts';
import { isRefunded } from '../refund-flag.ts';
import { refuse, type Refusal } from '../refusals.ts';
import type { Settlement } from '../settlement.ts';

/** Which settlements an institution reconciles 对账: one call for each group that its settlements fall into. */
export type StatementAsked = {
  readonly clr_type: string;
  /** The clr_optins of the settlements; a district counts as its city. */
  readonly setl_optins: Admdvs;
  readonly stmt_begndate: CivilDate;
  readonly stmt_enddate: CivilDate;
  /** 0: without what was refunded and its refunds; anything else: with both. */
  readonly refd_setl_flag?: string;
  /** Named by 3201 alone. */
  readonly insutype?: string;
};

export const STATEMENT_REFUSALS = ['statement-days'] as const;

export const faultOfDays = ({ stmt_begndate, stmt_enddate }: StatementAsked, by: Party): Refusal | undefined =>
  stmt_begndate <= stmt_enddate ? undefined : refuse(by, 'statement-days', stmt_begndate, stmt_enddate);

/** Why a settlement is not among those that are asked for; undefined where it is. */
export const outside = (row: Settlement, asked: StatementAsked): string | undefined => {
  const day = row.setl_time.slice(0, 10);
  if (row.state === 'reversed') return '已冲正';
  if (day < asked.stmt_begndate || day > asked.stmt_enddate) return `结算日期为 ${day}`;
  if (row.clr_type !== asked.clr_type) return `清算类别 clr_type 为 ${row.clr_type}`;
  if (placeOf(row.clr_optins) !== placeOf(asked.setl_optins)) return `结算经办机构 clr_optins 为 ${row.clr_optins}`;
  if (asked.insutype !== undefined && row.visitor.insutype !== asked.insutype) {
    return `险种 insutype 为 ${row.visitor.insutype}`;
  }
  return asked.refd_setl_flag === '0' && isRefunded(row) ? '已退费' : undefined;
};

export const statementRows = (rows: readonly Settlement[], asked: StatementAsked): Settlement[] =>
  rows.filter((row) => outside(row, asked) === undefined);
