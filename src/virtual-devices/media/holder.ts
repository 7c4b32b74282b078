import type { CivilDate } from '../../kernel/civil-time.ts';

/** The person whose card, code or face it is, as plain values: whoever owns the people hands them in. */
export type Holder = {
  /** How testers name the person. */
  readonly person: string;
  readonly name: string;
  /** 证件类型, list psn_cert_type; 01 is the identity card. */
  readonly idType: string;
  readonly idNo: string;
  /** 1 male, 2 female. */
  readonly gender: string;
  /** Two digits of GB 3304. */
  readonly nationality: string;
  readonly birthday: CivilDate;
  /** Number and recognition code 卡识别码; absent for a person without a social-security card. */
  readonly card?: { readonly card_no: string; readonly card_sn: string };
  /** Day on which the papers of this world were issued. */
  readonly issuedOn: CivilDate;
};
