import { negate } from '../../../../kernel/money.ts';
import { asQuantity } from '../../../../kernel/quantity.ts';
import type { CatalogueItem } from '../../../../rules/catalogue/catalogue-item.ts';
import { feeLineOutput, sentTexts } from '../../../domain/fee-line-output.ts';
import type { Settlement } from '../../../domain/settlement.ts';
import type { UploadedLine } from '../../../domain/visit.ts';
import type { Output } from './wire.gen.ts';

const SENT = [
  'sin_dos_dscr', 'used_frqu_dscr', 'medc_way_dscr', 'bilg_dept_codg', 'bilg_dept_name', 'bilg_dr_codg', 'bilg_dr_name',
  'acord_dept_codg', 'acord_dept_name', 'orders_dr_code', 'orders_dr_name', 'memo',
] as const; // prettier-ignore

/** A settled line as 5204 prints it. */
export const feeRow = (
  line: UploadedLine,
  item: CatalogueItem | undefined,
  { mdtrt_id, setl_id, med_type }: Settlement,
): Output[number] => {
  const { prd_days } = line.sent;
  return {
    mdtrt_id,
    setl_id,
    med_type,
    ...feeLineOutput(line, item),
    ...sentTexts(line, SENT),
    ...(typeof prd_days === 'number' && { prd_days }),
    det_item_fee_sumamt: line.det_item_fee_sumamt,
    pric_uplmt_amt: line.pric_uplmt_amt,
    selfpay_prop: line.selfpay_prop,
    fulamt_ownpay_amt: line.fulamt_ownpay_amt,
    overlmt_amt: line.overlmt_amt,
    preselfpay_amt: line.preselfpay_amt,
    inscp_scp_amt: line.inscp_scp_amt,
    drt_reim_flag: '0',
    ...(line.memo !== undefined && { memo: line.memo }),
  };
};

/** The line of a refund: quantity and amounts the other way round, the price as it was. */
export const refundedLine = (line: UploadedLine): UploadedLine => ({
  ...line,
  cnt: asQuantity(-line.cnt),
  det_item_fee_sumamt: negate(line.det_item_fee_sumamt),
  fulamt_ownpay_amt: negate(line.fulamt_ownpay_amt),
  overlmt_amt: negate(line.overlmt_amt),
  preselfpay_amt: negate(line.preselfpay_amt),
  inscp_scp_amt: negate(line.inscp_scp_amt),
});
