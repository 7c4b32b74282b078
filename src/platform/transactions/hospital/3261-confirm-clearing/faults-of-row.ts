import { yuan, type Fen } from '../../../../kernel/money.ts';
import type { Period } from '../../../../rules/clearing/period.ts';
import type { ClearingRow } from '../../../domain/clearing/clearing-rows.ts';
import type { Confirmation } from '../../../domain/confirmation.ts';
import type { Settlement } from '../../../domain/settlement.ts';
import type { Faults } from '../../../domain/upload-faults.ts';
import type { Input } from './wire.gen.ts';

type Row = Input['detail'][number];

/** What the rows of one message are held against. */
export type Batch = {
  readonly period: Period;
  readonly rows: ReadonlyMap<string, ClearingRow | undefined>;
  /** msgids of what is being reversed. */
  readonly reversing: ReadonlySet<string>;
  /** Numbers of the rows that this message confirms. */
  readonly confirmedHere: ReadonlySet<string>;
};

const differs = (field: string, sent: string, own: string): string | undefined =>
  sent === own ? undefined : `${field}（${sent}）与明细的 ${own} 不符`;

const amountDiffers = (field: string, sent: Fen, own: Fen): string | undefined => differs(field, yuan(sent), yuan(own));

const mismatches = (row: Row, { settlement }: ClearingRow): Faults => [
  differs('证件号码 certno', row.certno, settlement.visitor.certno),
  differs('就诊登记号 mdtrt_id', row.mdtrt_id, settlement.mdtrt_id),
  differs('就诊结算时间 mdtrt_setl_time', row.mdtrt_setl_time ?? '空', settlement.setl_time),
  amountDiffers('总费用 medfee_sumamt', row.medfee_sumamt, settlement.shares.medfee_sumamt),
  amountDiffers('经办机构支付总额 optins_pay_sumamt', row.optins_pay_sumamt, settlement.shares.fund_pay_sumamt),
  row.cnfm_flag === '0' || row.cnfm_flag === '1' ? undefined : `确认标志 cnfm_flag（${row.cnfm_flag}）应为 0 或 1`,
];

/** 3262 is open for the same month as 3261; what was confirmed in an earlier one stands fast. */
const alreadySaid = ({ reference, period }: Confirmation, { refundOf, state }: Settlement, open: Period): string => {
  if (period === open) return `已由 ${reference} 办理（${period}），要改请先用 3262 回退`;
  const instead = refundOf === undefined ? '不应收费的用 2208 退费，负数进入退费当月的清分' : '需要恢复的请重新结算';
  const stands = `已由 ${reference} 在 ${period} 清分中确认，该月已截止，不能回退，也不用再确认`;
  return state === 'refunded' ? stands : `${stands}；${instead}`;
};

/** Why it cannot be said of that row in this month. */
const stopped = ({ settlement, standing, confirmations, original }: ClearingRow, batch: Batch): string | undefined => {
  const said = confirmations.find(({ period, confirmed }) => confirmed || period === batch.period);
  if (said) return alreadySaid(said, settlement, batch.period);
  if (standing.state === 'lapsed') return '已超过顺延期限，不再清分';
  if (standing.period !== batch.period) return `属于 ${standing.period}，不在本期`;
  if (batch.reversing.has(settlement.relayedMsgid ?? '')) return '正在冲正，结果未知，请先查明';
  if (!batch.confirmedHere.has(settlement.setl_id) || settlement.refundOf === undefined) return undefined;
  const founded = original?.state === 'confirmed' || batch.confirmedHere.has(settlement.refundOf);
  return founded ? undefined : `原结算 ${settlement.refundOf} 还没有确认，退费不能先确认`;
};

/** Every fault of a row. A row of another institution, a reversed or a local one is in nobody's details. */
export const faultsOfRow = (row: Row, batch: Batch): Faults => {
  const found = batch.rows.get(row.setl_sn);
  if (!found) return [`结算流水号 setl_sn（${row.setl_sn}）不在本机构的清分明细中`];
  return [stopped(found, batch), ...mismatches(row, found)];
};
