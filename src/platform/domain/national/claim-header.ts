import type { Settlement } from '../settlement.ts';
import type { Input } from './1107.gen.ts';

type Header = Pick<
  Settlement,
  | 'infno' | 'mdtrt_id' | 'mdtrtsn' | 'fixmedins_code' | 'mdtrtarea' | 'insuplc' | 'mdtrt_cert_type' | 'med_type'
  | 'dise_codg' | 'dise_name' | 'clr_optins' | 'clr_way' | 'clr_type'
>; // prettier-ignore

/** What the settlement of an 1107 says of visit, places and disease: the same in the national and the insured book. */
export const claimHeader = (data: Input['data']): Header => ({
  infno: '1107',
  mdtrt_id: data.mdtrt_regno ?? data.mdtrtsn,
  mdtrtsn: data.mdtrtsn,
  fixmedins_code: data.fixmedins_code,
  mdtrtarea: data.mdtrtarea,
  insuplc: data.insuplc,
  mdtrt_cert_type: data.mdtrt_cert_type ?? '',
  med_type: data.med_type,
  ...(data.dise_codg !== undefined && { dise_codg: data.dise_codg }),
  ...(data.dise_name !== undefined && { dise_name: data.dise_name }),
  clr_optins: data.insuplc,
  clr_way: '1',
  clr_type: '11',
});
