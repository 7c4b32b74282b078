import { provinceOf } from '../../../../kernel/admdvs.ts';
import { asFen, subtract, sum, ZERO, type Fen } from '../../../../kernel/money.ts';
import { asPrice, asQuantity } from '../../../../kernel/quantity.ts';
import type { CatalogueItem } from '../../../../rules/catalogue/catalogue-item.ts';
import type { Institution } from '../../../domain/institution.ts';
import type { Settlement } from '../../../domain/settlement.ts';
import type { Batch, Diagnosis, UploadedLine, Visit } from '../../../domain/visit.ts';
import { settledAmounts, type VoucherAmounts } from '../../../domain/voucher/amounts.ts';
import type { Bill, BillInfo, BillLine, VoucherRelation } from '../../../domain/voucher/voucher.ts';
import type { Numbers } from './numbers.ts';
import type { Specimen } from './specimen.ts';

/** What a specimen is made from. */
export type SpecimenFacts = {
  readonly settlement: Settlement;
  readonly institution: Institution;
  readonly visit?: Visit;
  readonly batch?: Batch;
  readonly itemOf: (med_list_codg: string) => CatalogueItem | undefined;
};

/** The voucher of a settlement; self-paid: the same bill, all of it paid in cash. */
export const specimenOf = (facts: SpecimenFacts, numbers: Numbers, selfPaid: boolean): Specimen => {
  const { fixmedins_code, fixmedins_name } = facts.institution;
  const amounts = selfPaid ? allInCash(facts.settlement) : settledAmounts(facts.settlement);
  const bill = billOf(facts, numbers, amounts, selfPaid);
  return { fixmedins_code, fixmedins_name, relation: relationOf(facts, bill, selfPaid), bill };
};

const allInCash = ({ shares: { medfee_sumamt } }: Settlement): VoucherAmounts => ({
  medSumfee: medfee_sumamt,
  hifpPay: ZERO,
  othPay: ZERO,
  psnAcctPay: ZERO,
  psnCashpay: medfee_sumamt,
});

const billOf = (facts: SpecimenFacts, numbers: Numbers, amounts: VoucherAmounts, selfPaid: boolean): Bill => ({
  billInfo: infoOf(facts, numbers, amounts, selfPaid),
  mdtrtInfo: visitOf(facts, selfPaid),
  feeDetl: linesOf(facts),
  diag: diagnosesOf(facts).map((row) => ({
    diagType: row.diag_type,
    maindiagFlag: row.diag_srt_no === 1 ? '1' : '0',
    diagCode: row.diag_code,
    diagName: row.diag_name,
    ...(row.diag_time !== undefined && { diagTime: row.diag_time }),
  })),
  oprn: [],
});

const infoOf = (
  { settlement, institution }: SpecimenFacts,
  { code, no, chkcode }: Numbers,
  amounts: VoucherAmounts,
  selfPaid: boolean,
): BillInfo => {
  const { visitor, shares, setl_time } = settlement;
  const ownPay = selfPaid ? amounts.medSumfee : shares.fulamt_ownpay_amt;
  return {
    elecSetlCertCode: code,
    elecSetlCertNo: no,
    elecSetlCertChkcode: chkcode,
    elecSetlCertType: '1',
    certSetlType: selfPaid ? '2' : '1',
    mdtrtType: '1',
    elecSetlCertFlag: '0',
    supninsCode: provinceOf(institution.admdvs),
    certno: visitor.certno,
    psnName: visitor.psn_name,
    gend: visitor.gend,
    biller: '样张开票人',
    rechker: '样张复核人',
    billAmt: amounts.medSumfee,
    billDate: setl_time.slice(0, 10),
    billTime: setl_time.slice(11),
    ...(selfPaid ? {} : { insutype: visitor.insutype }),
    ...amounts,
    psnSelfpay: subtract(sum([amounts.psnAcctPay, amounts.psnCashpay]), ownPay),
    psnOwnpay: ownPay,
    memo: '沙箱样张，不是票据',
  };
};

const visitOf = ({ settlement, institution, visit }: SpecimenFacts, selfPaid: boolean): Bill['mdtrtInfo'] => ({
  fixmedinsCode: institution.fixmedins_code,
  fixmedinsName: institution.fixmedins_name,
  fixBlngAdmdvs: institution.admdvs,
  begntime: visit?.begntime ?? `${settlement.serviceDate} 00:00:00`,
  endtime: settlement.setl_time,
  medType: settlement.med_type,
  ...(visit && { iptOtpNo: visit.ipt_otp_no }),
  ...(selfPaid ? {} : { setlId: settlement.setl_id }),
  ...(visit?.dr_name !== undefined && { chfpdrName: visit.dr_name }),
});

/** The lines that were settled, where the batch still holds them; else the total as one line. */
const linesOf = ({ settlement, batch, itemOf }: SpecimenFacts): BillLine[] => {
  const total = settlement.shares.medfee_sumamt;
  const lines = batch?.lines ?? [];
  const isWhole = sum(lines.map((line) => line.det_item_fee_sumamt)) === total && lines.length > 0;
  return isWhole ? lines.map((line) => lineOf(line, itemOf(line.med_list_codg))) : [wholeLine(settlement, total)];
};

const lineOf = (line: UploadedLine, item: CatalogueItem | undefined): BillLine => ({
  feeOcurTime: line.fee_ocur_time,
  cnt: line.cnt,
  pric: line.pric,
  detItemFeeSumamt: line.det_item_fee_sumamt,
  medChrgitmType: line.med_chrgitm_type,
  medListName: (item?.name ?? line.medins_list_codg).slice(0, 50),
  medListCodg: line.med_list_codg,
  ...(item?.spec !== undefined && { spec: item.spec }),
  chrgitmLv: line.chrgitm_lv,
});

const wholeLine = ({ setl_time }: Settlement, total: Fen): BillLine => ({
  feeOcurTime: setl_time,
  cnt: asQuantity(10_000),
  pric: asPrice(total * 10_000),
  detItemFeeSumamt: asFen(total),
  medListName: '费用合计',
  medListCodg: 'TOTAL',
});

/** R69, an illness that nobody named: a bill must have a diagnosis. */
const UNNAMED = { diag_type: '1', diag_srt_no: 1, diag_code: 'R69.x00', diag_name: '疾病，未特指' };

const diagnosesOf = ({ visit, settlement }: SpecimenFacts): readonly Diagnosis[] => {
  const known = visit?.treatment?.diagnoses ?? [];
  if (known.length > 0) return known;
  const { dise_codg, dise_name = dise_codg } = settlement;
  return [dise_codg === undefined ? UNNAMED : { ...UNNAMED, diag_code: dise_codg, diag_name: dise_name ?? '' }];
};

/** What only a real-time settled voucher says. */
const settledPart = ({ settlement }: SpecimenFacts): Partial<VoucherRelation> => ({
  setlId: settlement.setl_id,
  setlTime: settlement.setl_time,
  insutype: settlement.visitor.insutype,
  inscpAmt: settlement.shares.inscp_scp_amt,
  hifpPay: settlement.shares.hifp_pay,
});

const relationOf = (facts: SpecimenFacts, { billInfo }: Bill, selfPaid: boolean): VoucherRelation => {
  const { settlement, institution } = facts;
  const { visitor } = settlement;
  return {
    ...numbersIn(billInfo),
    elecSetlCertType: '1',
    certSetlType: selfPaid ? '2' : '1',
    mdtrtType: '1',
    billDate: settlement.setl_time.slice(0, 10),
    medfeeSumamt: settlement.shares.medfee_sumamt,
    bizSn: settlement.mdtrt_id,
    psnNo: visitor.psn_no,
    psnName: visitor.psn_name,
    certno: visitor.certno,
    ...diagnosisPart(diagnosesOf(facts)),
    mdtrtareaAdmdvs: institution.admdvs,
    // The table wants it of a self-paid voucher as well.
    insuplcAdmdvs: settlement.insuplc,
    ...(selfPaid ? {} : settledPart(facts)),
  };
};

const numbersIn = ({
  elecSetlCertCode: code = '',
  elecSetlCertNo: no = '',
  elecSetlCertChkcode: sum = '',
}: BillInfo) => ({
  elecSetlCertCode: code,
  elecSetlCertNo: no,
  elecSetlCertChkcode: sum,
});

const diagnosisPart = ([first = UNNAMED, second]: readonly Diagnosis[]): Partial<VoucherRelation> => ({
  maindiagCode: first.diag_code,
  maindiagName: first.diag_name,
  ...(second && { scddiagCode: second.diag_code, scddiagName: second.diag_name }),
});
