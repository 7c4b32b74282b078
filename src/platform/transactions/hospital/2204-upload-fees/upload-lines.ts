import { placeOf } from '../../../../kernel/admdvs.ts';
import { dateTimeOf } from '../../../../kernel/civil-time.ts';
import type { CatalogueItem } from '../../../../rules/catalogue/catalogue-item.ts';
import { levelGroupOf } from '../../../../rules/catalogue/hospital-level.ts';
import { paymentScope, type PaymentScope } from '../../../../rules/scope/payment-scope.ts';
import type { HospitalContext } from '../../../dispatch/definition.ts';
import { diseaseOfLine } from '../../../domain/disease-of-line.ts';
import { faultOfUpload, uploadedLine } from '../../../domain/fee-upload.ts';
import type { Refusal } from '../../../domain/refusals.ts';
import type { Batch, UploadedLine, Visit } from '../../../domain/visit.ts';
import type { Input, Output } from './wire.gen.ts';

type Line = Input['feedetail'][number];
type Items = ReadonlyMap<string, CatalogueItem | undefined>;

/** The batches after the upload and the result rows, in the order of the lines. */
export const uploadLines = (
  lines: Input['feedetail'],
  visit: Visit,
  uploaded: readonly Batch[],
  items: Items,
  context: HospitalContext,
): { batches: Batch[]; result: Output['result'] } | Refusal => {
  const fault = faultOfUpload(lines, uploaded, context.party);
  if (fault) return fault;
  const level = levelGroupOf(context.institution.hosp_lv) ?? '基层';
  const time = dateTimeOf(context.now);
  const split = lines.map((line) =>
    uploadedLine(line, items.get(line.med_list_codg), level, scopeOf(line, visit, context), time),
  );
  return {
    batches: grouped(lines, split, uploaded, context.seq),
    result: split.map((line) => resultRow(line, items.get(line.med_list_codg))),
  };
};

/** The payment scope 支付范围 of the line's disease on the day of the line. */
const scopeOf = (
  line: Line,
  visit: Visit,
  { institution, library, today }: HospitalContext,
): PaymentScope | undefined => {
  const disease = diseaseOfLine(line, visit);
  const day = line.fee_ocur_time?.slice(0, 10) ?? today;
  return disease === undefined
    ? undefined
    : paymentScope(library.paymentScopes, placeOf(institution.admdvs), disease, day);
};

const grouped = (
  lines: Input['feedetail'],
  split: readonly UploadedLine[],
  uploaded: readonly Batch[],
  revision: number,
): Batch[] => {
  const touched = new Map<string, Batch>();
  lines.forEach(({ mdtrt_id, chrg_bchno }, index) => {
    const before = touched.get(chrg_bchno) ??
      uploaded.find((batch) => batch.chrg_bchno === chrg_bchno) ?? { mdtrt_id, chrg_bchno, lines: [], revision };
    touched.set(chrg_bchno, { ...before, revision, lines: [...before.lines, ...split.slice(index, index + 1)] });
  });
  return [...touched.values()];
};

const resultRow = (line: UploadedLine, item: CatalogueItem | undefined): Output['result'][number] => ({
  feedetl_sn: line.feedetl_sn,
  det_item_fee_sumamt: line.det_item_fee_sumamt,
  cnt: line.cnt,
  pric: line.pric,
  pric_uplmt_amt: line.pric_uplmt_amt,
  selfpay_prop: line.selfpay_prop,
  fulamt_ownpay_amt: line.fulamt_ownpay_amt,
  overlmt_amt: line.overlmt_amt,
  preselfpay_amt: line.preselfpay_amt,
  inscp_scp_amt: line.inscp_scp_amt,
  chrgitm_lv: line.chrgitm_lv,
  med_chrgitm_type: line.med_chrgitm_type,
  bas_medn_flag: item?.bas_medn_flag ?? '0',
  hi_nego_drug_flag: item?.hi_nego_drug_flag ?? '0',
  chld_medc_flag: item?.chld_medc_flag ?? '0',
  list_sp_item_flag: '0',
  lmt_used_flag: line.lmt_used_flag,
  drt_reim_flag: '0',
  ...(line.memo !== undefined && { memo: line.memo }),
});
