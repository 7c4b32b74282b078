/** A synthetic person as the control API lists it; what a message needs of it. */
export type Persona = {
  readonly id: string;
  readonly name: string;
  readonly psn_no: string;
  readonly psn_cert_type: string;
  readonly certno: string;
  readonly card_no: string | null;
  readonly card_sn: string | null;
  readonly ec_token: string | null;
  readonly insuplc_admdvs: string | null;
  readonly insutype: string | null;
  readonly insurances: readonly { readonly insutype: string; readonly psn_type: string }[];
};
