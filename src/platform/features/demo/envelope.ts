import type { CivilDateTime } from '../../../kernel/civil-time.ts';

/** The institution that sends, as its messages name it. */
export type Hospital = {
  readonly fixmedins_code: string;
  readonly fixmedins_name: string;
  readonly mdtrtarea_admvs: string;
};

/** What differs from message to message around its input. */
export type Heading = {
  readonly infno: string;
  readonly msgid: string;
  readonly now: CivilDateTime;
  /** Empty: local business 本地业务. */
  readonly insuplc_admdvs: string;
  readonly sign_no?: string;
};

/** 发送方报文ID: institution (12) + yyyyMMddHHmmss + 4 digits. */
export const messageNumber = (fixmedins_code: string, now: CivilDateTime, serial: number): string =>
  fixmedins_code + now.replace(/\D/g, '') + String(serial % 10_000).padStart(4, '0');

/** The message 报文 of a hospital, its fields in the order of the document. */
export const envelopeOf = (hospital: Hospital, { now, sign_no = '', ...heading }: Heading, input: unknown) => ({
  infno: heading.infno,
  msgid: heading.msgid,
  mdtrtarea_admvs: hospital.mdtrtarea_admvs,
  insuplc_admdvs: heading.insuplc_admdvs,
  recer_sys_code: 'KUASHENG',
  dev_no: '',
  dev_safe_info: '',
  cainfo: '',
  signtype: '',
  infver: '1.0.0',
  opter_type: '1',
  opter: 'S001',
  opter_name: '沙箱收费员',
  inf_time: now,
  fixmedins_code: hospital.fixmedins_code,
  fixmedins_name: hospital.fixmedins_name,
  sign_no,
  input,
});
