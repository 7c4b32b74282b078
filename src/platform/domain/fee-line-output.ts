import type { CatalogueItem } from '../../rules/catalogue/catalogue-item.ts';
import type { UploadedLine } from './visit.ts';

type Listed = Omit<CatalogueItem, 'chrgitm_lv' | 'med_chrgitm_type' | 'selfpay_prop' | 'lmt_used_flag'>;

/** Stands for the item of a line that the catalogue does not have: list_type 其他, the hospital's code as its name. */
const unlisted = ({ med_list_codg, medins_list_codg }: UploadedLine): Listed => ({
  med_list_codg,
  name: medins_list_codg,
  list_type: '105',
  bas_medn_flag: '0',
  hi_nego_drug_flag: '0',
  chld_medc_flag: '0',
});

/** 西药中成药, 中药饮片, 自制剂, 民族药, 中药配方颗粒 */
const DRUGS = new Set(['101', '102', '103', '104', '106']);

/** 西药费, 中药饮片费, 中成药费: tells a drug that the catalogue does not have. */
const DRUG_FEES = new Set(['09', '10', '11']);

/** True for a line of a drug 药品. */
export const isDrug = (line: UploadedLine, item: CatalogueItem | undefined): boolean =>
  item === undefined ? DRUG_FEES.has(line.med_chrgitm_type) : DRUGS.has(item.list_type);

/** The named fields of a line as its hospital sent them; one that it left out is absent. */
export const sentTexts = <Code extends string>(
  { sent }: UploadedLine,
  codes: readonly Code[],
): { readonly [code in Code]?: string } =>
  Object.fromEntries(codes.filter((code) => typeof sent[code] === 'string').map((code) => [code, sent[code]])) as {
    readonly [code in Code]?: string;
  };

const SENT = [
  'hosp_appr_flag', 'tcmdrug_used_way', 'etip_flag', 'etip_hosp_code', 'dscg_tkdrug_flag', 'matn_fee_flag',
] as const; // prettier-ignore

/** What 5204 and 5205 both print of a line: as it was uploaded, and its item as the place of treatment lists it. */
export const feeLineOutput = (line: UploadedLine, item: CatalogueItem | undefined) => {
  const listed: Listed = item ?? unlisted(line);
  return {
    feedetl_sn: line.feedetl_sn,
    rx_drord_no: sentTexts(line, ['rxno']).rxno,
    fee_ocur_time: line.fee_ocur_time,
    cnt: line.cnt,
    pric: line.pric,
    chrgitm_lv: line.chrgitm_lv,
    hilist_code: line.med_list_codg,
    hilist_name: listed.name,
    list_type: listed.list_type,
    med_list_codg: line.med_list_codg,
    medins_list_codg: line.medins_list_codg,
    medins_list_name: listed.name,
    med_chrgitm_type: line.med_chrgitm_type,
    prodname: listed.prodname,
    spec: listed.spec ?? '',
    dosform_name: listed.dosform ?? '',
    lmt_used_flag: line.lmt_used_flag,
    bas_medn_flag: listed.bas_medn_flag,
    hi_nego_drug_flag: listed.hi_nego_drug_flag,
    chld_medc_flag: listed.chld_medc_flag,
    list_sp_item_flag: '0',
    ...sentTexts(line, SENT),
  };
};
