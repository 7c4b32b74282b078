import { provinceName, type Admdvs } from '../../../kernel/admdvs.ts';
import type { CivilDateTime } from '../../../kernel/civil-time.ts';

/** What differs from message to message; `by` says which part of the sandbox speaks for the province. */
export type ProvinceHeading = {
  readonly infno: string;
  readonly msgid: string;
  readonly now: CivilDateTime;
  readonly by: string;
};

/** The envelope 报文头 of a province at the national door: it names itself where a hospital would name itself. */
export const provinceEnvelope = (as: Admdvs, { infno, msgid, now, by }: ProvinceHeading) => ({
  infno,
  msgid,
  mdtrtarea_admvs: as,
  recer_sys_code: 'KUASHENG',
  infver: 'V2.1',
  opter_type: '1',
  opter: 'S001',
  opter_name: '沙箱经办',
  inf_time: now,
  fixmedins_code: as,
  fixmedins_name: `${provinceName(as)}医保平台（${by}）`,
});
