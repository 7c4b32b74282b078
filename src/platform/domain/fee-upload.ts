import type { CivilDateTime } from '../../kernel/civil-time.ts';
import type { Fen } from '../../kernel/money.ts';
import { agrees, lineAmount, type Price, type Quantity } from '../../kernel/quantity.ts';
import type { CatalogueItem } from '../../rules/catalogue/catalogue-item.ts';
import type { LevelGroup } from '../../rules/catalogue/hospital-level.ts';
import { splitLine } from '../../rules/catalogue/split-line.ts';
import type { PaymentScope } from '../../rules/scope/payment-scope.ts';
import { isProductTooLarge, isTooLarge } from './largest-amount.ts';
import type { Party } from './party.ts';
import { refuse, type Refusal } from './refusals.ts';
import type { Batch, UploadedLine } from './visit.ts';

/** A line of 2204 as sent, the fields that the decision needs. */
export type SentLine = {
  readonly feedetl_sn: string;
  readonly chrg_bchno: string;
  readonly dise_codg?: string;
  readonly fee_ocur_time?: CivilDateTime;
  readonly med_list_codg: string;
  readonly medins_list_codg?: string;
  readonly det_item_fee_sumamt: Fen;
  readonly cnt: Quantity;
  readonly pric: Price;
  readonly hosp_appr_flag?: string;
};

/**
 * A line that cannot be taken: sign or amount wrong. |quantity × price − amount| ≤ 0.01; a refund line keeps its
 * price positive.
 */
export const faultOfLine = (line: SentLine, by: Party): Refusal | undefined => {
  const { feedetl_sn, cnt, pric, det_item_fee_sumamt } = line;
  if (pric < 0 || Math.sign(cnt) * Math.sign(det_item_fee_sumamt) < 0) return refuse(by, 'line-sign', feedetl_sn);
  if (isTooLarge(det_item_fee_sumamt) || isProductTooLarge(cnt, pric)) return refuse(by, 'line-too-large', feedetl_sn);
  if (agrees(cnt, pric, det_item_fee_sumamt)) return undefined;
  return refuse(by, 'line-amount', feedetl_sn, det_item_fee_sumamt, lineAmount(cnt, pric));
};

/** Serial numbers are unique within a visit; within a batch the disease is one; a settled batch takes no more lines. */
export const faultOfUpload = (
  lines: readonly SentLine[],
  uploaded: readonly Batch[],
  by: Party,
): Refusal | undefined => {
  const serials = new Set(uploaded.flatMap((batch) => batch.lines.map((line) => line.feedetl_sn)));
  const diseases = new Map(uploaded.map((batch) => [batch.chrg_bchno, batch.lines[0]?.dise_codg]));
  for (const line of lines) {
    const fault = faultOfLine(line, by);
    if (fault) return fault;
    if (serials.has(line.feedetl_sn)) return refuse(by, 'line-repeated', line.feedetl_sn);
    serials.add(line.feedetl_sn);
    if (uploaded.find((batch) => batch.chrg_bchno === line.chrg_bchno)?.settledBy !== undefined) {
      return refuse(by, 'batch-settled', line.chrg_bchno);
    }
    if (!diseases.has(line.chrg_bchno)) diseases.set(line.chrg_bchno, line.dise_codg);
    if (diseases.get(line.chrg_bchno) !== line.dise_codg) {
      return refuse(by, 'line-disease', line.feedetl_sn, line.chrg_bchno);
    }
  }
  return undefined;
};

/** Fields of an uploaded line that stand on their own; all others are kept as sent. */
const OWN = new Set([
  'feedetl_sn', 'mdtrt_id', 'psn_no', 'chrg_bchno', 'dise_codg', 'fee_ocur_time', 'med_list_codg', 'medins_list_codg',
  'det_item_fee_sumamt', 'cnt', 'pric',
]); // prettier-ignore

/** Splits a sent line by the catalogue of the treatment place, and by what it pays under the disease of the visit. */
export const uploadedLine = (
  line: SentLine,
  item: CatalogueItem | undefined,
  level: LevelGroup,
  scope: PaymentScope | undefined,
  now: CivilDateTime,
): UploadedLine => ({
  ...splitLine({ ...line, fee_ocur_time: line.fee_ocur_time ?? now }, item, level, scope),
  feedetl_sn: line.feedetl_sn,
  ...(line.dise_codg !== undefined && { dise_codg: line.dise_codg }),
  fee_ocur_time: line.fee_ocur_time ?? now,
  med_list_codg: line.med_list_codg,
  medins_list_codg: line.medins_list_codg ?? line.med_list_codg,
  det_item_fee_sumamt: line.det_item_fee_sumamt,
  cnt: line.cnt,
  pric: line.pric,
  sent: otherFields(line),
});

const otherFields = (line: SentLine): Record<string, string | number> => {
  const fields: Record<string, string | number> = {};
  for (const [code, value] of Object.entries(line)) if (!OWN.has(code)) fields[code] = value;
  return fields;
};
