import type { Referral } from '../../../domain/application.ts';
import { filingAsked } from '../../../domain/applications/filing-asked.ts';
import type { Filing } from '../../../domain/person.ts';
import { placeOf } from '../../../../kernel/admdvs.ts';
import type { Input } from './wire.gen.ts';

type Sent = Input['refmedin'];

/** The filing that a transfer asks for: to the place of the receiving hospital, from the transfer on. */
export const filingOf = (sent: Sent, trt_dcla_detl_sn: string): Filing =>
  filingAsked({
    trt_dcla_detl_sn,
    psn_no: sent.psn_no,
    kind: 'referral',
    mdtrtarea_admdvs: placeOf(sent.mdtrtarea_admdvs),
    begndate: sent.begndate ?? sent.refl_date,
    enddate: sent.enddate,
  });

const KEPT = ['tel', 'addr', 'diag_code', 'diag_name', 'dise_cond_dscr'] as const;

/** What is kept of a transfer for 5304. The hospital that sends one has agreed to it unless it says no. */
export const referralOf = (
  sent: Sent,
  insutype: string,
  { opter, opter_name }: { readonly opter?: string; readonly opter_name?: string },
): Referral => ({
  ...Object.fromEntries(KEPT.flatMap((code) => (sent[code] === undefined ? [] : [[code, sent[code]]]))),
  insutype,
  reflin_medins_no: sent.reflin_medins_no,
  reflin_medins_name: sent.reflin_medins_name,
  refl_date: sent.refl_date,
  refl_rea: sent.refl_rea,
  hosp_agre_refl_flag: sent.hosp_agre_refl_flag ?? '1',
  ...(opter !== undefined && { opter }),
  ...(opter_name !== undefined && { opter_name }),
});
