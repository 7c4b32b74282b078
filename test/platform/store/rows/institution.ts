import { asPrice } from '../../../../src/kernel/quantity.ts';
import { NOTHING } from '../../../../src/kernel/rate.ts';
import type { Institution } from '../../../../src/platform/domain/institution.ts';
import type { ItemMatch } from '../../../../src/platform/domain/item-match.ts';
import type { Reader } from '../../../../src/platform/store/port.ts';

export const institutionRow = (row: Partial<Institution> = {}): Institution => ({
  fixmedins_code: 'H44030500001',
  fixmedins_name: '沙箱深圳医院',
  uscc: '990000000000000001',
  fixmedins_type: '1',
  hosp_lv: '2',
  admdvs: '440300',
  outOfArea: 'national',
  real_name: true,
  openedDiseases: [{ opsp_dise_code: 'M03900', begndate: '2026-01-01' }],
  ...row,
});

export const itemRow = (med_list_codg: string): NonNullable<ReturnType<Reader['item']>> => ({
  med_list_codg,
  name: '阿司匹林肠溶片',
  list_type: '101',
  chrgitm_lv: '01',
  med_chrgitm_type: '09',
  selfpay_prop: NOTHING,
  limits: { 三级: asPrice(12_345_678) },
  lmt_used_flag: '0',
  bas_medn_flag: '1',
  hi_nego_drug_flag: '0',
  chld_medc_flag: '0',
});

export const matchRow = (row: Partial<ItemMatch> = {}): ItemMatch => ({
  fixmedins_code: 'H44030500001',
  fixmedins_hilist_id: 'D001',
  fixmedins_hilist_name: '阿司匹林',
  list_type: '101',
  med_list_codg: 'XA01ABD075A002010100483',
  begndate: '2026-01-01',
  vali_flag: '1',
  rid: '440300M1',
  crte_time: '2026-09-01',
  updt_time: '2026-09-01',
  ...row,
});
