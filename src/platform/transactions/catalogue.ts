import type { Definition } from '../dispatch/definition.ts';
import { exchangeAuthorisation } from './credential/cn.nhsa.auth.check-exchange-authorisation/definition.ts';
import { readIdentityCard } from './credential/cn.nhsa.cert.get-read-identity-card/definition.ts';
import { authoriseFace } from './credential/cn.nhsa.ec.auth-authorise-face/definition.ts';
import { showSettlement } from './credential/cn.nhsa.settle.notify-show-settlement/definition.ts';
import { scanCode } from './credential/ec.query-scan-code/definition.ts';
import { compareToken } from './credential/localEcTokenCheck-compare-token/definition.ts';
import { person } from './hospital/1101-person/definition.ts';
import { institution } from './hospital/1201-institution/definition.ts';
import { downloadCatalogue } from './hospital/1301-download-catalogue/definition.ts';
import { uploadFile } from './hospital/9101-upload-file/definition.ts';
import { downloadFile } from './hospital/9102-download-file/definition.ts';
import { catalogueItems } from './hospital/1312-catalogue-items/definition.ts';
import { catalogueCodes } from './hospital/1316-catalogue-codes/definition.ts';
import { itemMatches } from './hospital/1317-item-matches/definition.ts';
import { priceLimits } from './hospital/1318-price-limits/definition.ts';
import { firstSelfPay } from './hospital/1319-first-self-pay/definition.ts';
import { dictionary } from './hospital/1901-dictionary/definition.ts';
import { benefitCheck } from './hospital/2001-benefit-check/definition.ts';
import { declarationTotals } from './hospital/2172-declaration-totals/definition.ts';
import { declarationDetails } from './hospital/2173-declaration-details/definition.ts';
import { declarationFunds } from './hospital/2174-declaration-funds/definition.ts';
import { pharmacyDetails } from './hospital/2175-pharmacy-details/definition.ts';
import { pharmacyTotals } from './hospital/2176-pharmacy-totals/definition.ts';
import { register } from './hospital/2201-register/definition.ts';
import { withdrawRegistration } from './hospital/2202-withdraw-registration/definition.ts';
import { visit } from './hospital/2203-visit/definition.ts';
import { uploadFees } from './hospital/2204-upload-fees/definition.ts';
import { withdrawFees } from './hospital/2205-withdraw-fees/definition.ts';
import { outpatientTrial } from './hospital/2206-outpatient-trial/definition.ts';
import { outpatientSettle } from './hospital/2207-outpatient-settle/definition.ts';
import { outpatientRefund } from './hospital/2208-outpatient-refund/definition.ts';
import { fileReferral } from './hospital/2501-file-referral/definition.ts';
import { withdrawReferral } from './hospital/2502-withdraw-referral/definition.ts';
import { applyQualification } from './hospital/2503-apply-qualification/definition.ts';
import { withdrawQualification } from './hospital/2504-withdraw-qualification/definition.ts';
import { chooseInstitution } from './hospital/2505-choose-institution/definition.ts';
import { withdrawChoice } from './hospital/2506-withdraw-choice/definition.ts';
import { reverse } from './hospital/2601-reverse/definition.ts';
import { totalStatement } from './hospital/3201-total-statement/definition.ts';
import { detailStatement } from './hospital/3202-detail-statement/definition.ts';
import { applyClearing } from './hospital/3203-apply-clearing/definition.ts';
import { withdrawClearing } from './hospital/3204-withdraw-clearing/definition.ts';
import { clearingDetails } from './hospital/3260-clearing-details/definition.ts';
import { confirmClearing } from './hospital/3261-confirm-clearing/definition.ts';
import { withdrawConfirmation } from './hospital/3262-withdraw-confirmation/definition.ts';
import { matchItem } from './hospital/3301-match-item/definition.ts';
import { withdrawMatch } from './hospital/3302-withdraw-match/definition.ts';
import { uploadVouchers } from './hospital/4901-upload-vouchers/definition.ts';
import { uploadResult } from './hospital/4902-upload-result/definition.ts';
import { uploadVouchersAgain } from './hospital/4905-upload-vouchers-again/definition.ts';
import { visits } from './hospital/5201-visits/definition.ts';
import { diagnoses } from './hospital/5202-diagnoses/definition.ts';
import { settlement } from './hospital/5203-settlement/definition.ts';
import { feeLines } from './hospital/5204-fee-lines/definition.ts';
import { chronicDrugs } from './hospital/5205-chronic-drugs/definition.ts';
import { accumulators } from './hospital/5206-accumulators/definition.ts';
import { qualifications } from './hospital/5301-qualifications/definition.ts';
import { chosenInstitutions } from './hospital/5302-chosen-institutions/definition.ts';
import { inpatients } from './hospital/5303-inpatients/definition.ts';
import { referrals } from './hospital/5304-referrals/definition.ts';
import { voucherStatus } from './hospital/5501-voucher-status/definition.ts';
import { signIn } from './hospital/9001-sign-in/definition.ts';
import { signOut } from './hospital/9002-sign-out/definition.ts';
import { cardAuthentication as hospitalCardAuthentication } from './hospital/9201-card-authentication/definition.ts';
import { contributions } from './hospital/90100-contributions/definition.ts';
import { register as insuredRegister } from './insured/1005-register/definition.ts';
import { trial as insuredTrial } from './insured/1106-trial/definition.ts';
import { settle as insuredSettle } from './insured/1107-settle/definition.ts';
import { refund as insuredRefund } from './insured/1203-refund/definition.ts';
import { reverse as insuredReverse } from './insured/1301-reverse/definition.ts';
import { entitlements as insuredEntitlements } from './insured/1406-entitlements/definition.ts';
import { cardAuthentication } from './national/1903-card-authentication/definition.ts';
import { cardCheck } from './national/1904-card-check/definition.ts';
import { downloadChosenInstitutions } from './national/1825-download-chosen-institutions/definition.ts';
import { downloadInstitutions } from './national/1803-download-institutions/definition.ts';
import { downloadOpenedDiseases } from './national/1840-download-opened-diseases/definition.ts';
import { downloadQualifications } from './national/1824-download-qualifications/definition.ts';
import { settlements } from './national/1404-settlements/definition.ts';
import { uploadChosenInstitutions } from './national/1625-upload-chosen-institutions/definition.ts';
import { uploadInstitutions } from './national/1603-upload-institutions/definition.ts';
import { uploadOpenedDiseases } from './national/1620-upload-opened-diseases/definition.ts';
import { uploadQualifications } from './national/1610-upload-qualifications/definition.ts';
import { register as nationalRegister } from './national/1005-register/definition.ts';
import { trial as nationalTrial } from './national/1106-trial/definition.ts';
import { settle as nationalSettle } from './national/1107-settle/definition.ts';
import { refund as nationalRefund } from './national/1203-refund/definition.ts';
import { reverse as nationalReverse } from './national/1301-reverse/definition.ts';
import { entitlements as nationalEntitlements } from './national/1406-entitlements/definition.ts';

/** The same behaviour under another number; its own table says how far that is known. */
const variant = (of: Definition, infno: string, title: string): Definition => ({
  ...of,
  infno,
  title,
  variantOf: of.infno,
});

/** Every transaction with behaviour, door by door, in the order of the generated pages. */
export const catalogue: readonly Definition[] = [
  signIn,
  signOut,
  person,
  institution,
  downloadCatalogue,
  variant(downloadCatalogue, '1302', '中药饮片目录下载'),
  variant(downloadCatalogue, '1303', '医疗机构制剂目录下载'),
  variant(downloadCatalogue, '1305', '医疗服务项目目录下载'),
  variant(downloadCatalogue, '1306', '医用耗材目录下载'),
  variant(downloadCatalogue, '1307', '疾病与诊断目录下载'),
  variant(downloadCatalogue, '1308', '手术操作目录下载'),
  variant(downloadCatalogue, '1309', '门诊慢特病种目录下载'),
  variant(downloadCatalogue, '1310', '按病种付费病种目录下载'),
  variant(downloadCatalogue, '1311', '日间手术治疗病种目录下载'),
  catalogueItems,
  catalogueCodes,
  itemMatches,
  priceLimits,
  firstSelfPay,
  dictionary,
  benefitCheck,
  declarationTotals,
  declarationDetails,
  declarationFunds,
  pharmacyDetails,
  pharmacyTotals,
  register,
  withdrawRegistration,
  visit,
  variant(visit, '2203A', '定点零售药店门诊就诊信息上传'),
  uploadFees,
  withdrawFees,
  outpatientTrial,
  variant(outpatientTrial, '2206A', '门诊预结算'),
  outpatientSettle,
  variant(outpatientSettle, '2207A', '门诊结算'),
  outpatientRefund,
  fileReferral,
  withdrawReferral,
  applyQualification,
  withdrawQualification,
  chooseInstitution,
  withdrawChoice,
  reverse,
  totalStatement,
  detailStatement,
  applyClearing,
  withdrawClearing,
  clearingDetails,
  confirmClearing,
  withdrawConfirmation,
  matchItem,
  withdrawMatch,
  uploadVouchers,
  uploadResult,
  uploadVouchersAgain,
  visits,
  diagnoses,
  settlement,
  feeLines,
  chronicDrugs,
  accumulators,
  qualifications,
  chosenInstitutions,
  inpatients,
  referrals,
  voucherStatus,
  uploadFile,
  downloadFile,
  hospitalCardAuthentication,
  contributions,
  nationalRegister,
  nationalTrial,
  nationalSettle,
  nationalRefund,
  nationalReverse,
  settlements,
  nationalEntitlements,
  uploadInstitutions,
  uploadQualifications,
  uploadOpenedDiseases,
  uploadChosenInstitutions,
  downloadInstitutions,
  downloadQualifications,
  downloadChosenInstitutions,
  downloadOpenedDiseases,
  cardAuthentication,
  cardCheck,
  insuredRegister,
  insuredTrial,
  insuredSettle,
  insuredRefund,
  insuredReverse,
  insuredEntitlements,
  scanCode,
  variant(scanCode, 'cn.nhsa.qrcode.get', '终端扫码解码'),
  authoriseFace,
  exchangeAuthorisation,
  readIdentityCard,
  showSettlement,
  compareToken,
];
