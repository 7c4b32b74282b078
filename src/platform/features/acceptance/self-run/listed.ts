import type { ListedPerson } from '../../demo/listed-person.ts';

/** An insurance as the control API lists it. */
export type ListedInsurance = {
  readonly insutype: string;
  readonly psn_type: string;
  /** 1 正常参保 */
  readonly psn_insu_stas: string;
  readonly cvlserv_flag: string;
  /** True where the employer has a supplementary plan 企业补充医疗保险. */
  readonly employer_plan?: boolean;
  readonly insuplc_admdvs: string;
};

/** A filing 备案 that holds today, as the control API lists it. */
export type ListedFiling = { readonly kind: string; readonly mdtrtarea_admdvs: string };

/** A synthetic person as the control API lists it; what we need of it. */
export type Listed = ListedPerson & {
  readonly insurances: readonly ListedInsurance[];
  readonly identities: readonly { readonly psn_idet_type: string }[];
  readonly filings: readonly ListedFiling[];
};

/** An institution as the control API lists it; what we need of it. */
export type ListedInstitution = {
  readonly fixmedins_code: string;
  readonly fixmedins_name: string;
  readonly uscc: string;
  readonly hosp_lv: string;
  readonly admdvs: string;
  readonly outOfArea: string;
  readonly real_name: boolean;
  readonly online?: string;
};
