import { provinceOf } from '../../../kernel/admdvs.ts';
import { dateTimeOf, type CivilDate, type Instant } from '../../../kernel/civil-time.ts';
import { validOn, type Filing } from '../../domain/person.ts';
import type { Life } from '../population/life.ts';
import type { PastMessage } from './handle-message.ts';
import { hospitalAt } from './traffic-hospitals.ts';
import type { TrafficVisit } from './traffic-visit.ts';

/** A message of the national door as a province sends it. */
export type TrafficMessage = PastMessage & { readonly door: 'national'; readonly infno: '1107' | '1203' | '1301' };

/** 动态血压监测: 乙类, 5 % 先自付. */
export const ITEM = '003107010210000';

/** A disease for which somebody is qualified on a day, if there is one. */
const diseaseOn = ({ qualifications }: Life, day: CivilDate): string | undefined =>
  qualifications.find((row) => row.opsp_dise_code !== undefined && validOn(row, day))?.opsp_dise_code;

/** The filing 备案 that the visit rests on: one for each person and place of treatment. */
export const filingFor = (
  { mdtrtarea }: Pick<TrafficVisit, 'mdtrtarea'>,
  { person }: Life,
  since: CivilDate,
): Filing => ({
  trt_dcla_detl_sn: `T${person.psn_no}${mdtrtarea}`,
  psn_no: person.psn_no,
  kind: 'resident',
  mdtrtarea_admdvs: mdtrtarea,
  begndate: since,
});

const numberOf = ({ no, run, mdtrtarea }: TrafficVisit): string =>
  `${mdtrtarea}T${String(run % 100).padStart(2, '0')}${String(no).padStart(7, '0')}`;

const routed = ({ mdtrtarea, insuplc }: TrafficVisit, { person }: Life) => ({
  mdtrtarea, insuplc, fixmedins_code: hospitalAt(mdtrtarea), psn_no: person.psn_no,
}); // prettier-ignore

/** What every message of a visit has, under a number that ends in that letter. */
const sentFor = (visit: TrafficVisit, letter: 'S' | 'B', at: Instant) => ({
  door: 'national' as const, msgid: numberOf(visit) + letter, sender: provinceOf(visit.mdtrtarea),
  mdtrtarea: visit.mdtrtarea, insuplc: visit.insuplc, at,
}); // prettier-ignore

/** 1107 of a visit: one line of 乙类, 5 % 先自付; for a disease that somebody is qualified for, else 普通门诊. */
export const settling = (visit: TrafficVisit, life: Life): TrafficMessage => {
  const { at, yuan } = visit;
  const { person, insutype } = life;
  const own = yuan / 20;
  const now = dateTimeOf(at);
  const dise_codg = diseaseOn(life, now.slice(0, 10));
  const disease = dise_codg === undefined ? {} : { dise_codg };
  return {
    ...sentFor(visit, 'S', at),
    infno: '1107',
    input: {
      data: {
        ...routed(visit, life), hosp_lv: '2', insutype, mdtrt_cert_type: '02', mdtrt_cert_no: person.certno,
        mdtrtsn: numberOf(visit), med_type: dise_codg === undefined ? '11' : '14',
        ...disease, begntime: now, acct_used_flag: '1', medfee_sumamt: yuan, inscp_scp_amt: yuan - own,
        inscp_claa_amt: 0, preselfpay_amt: own, preselfpay_drug_amt: 0, preselfpay_serv_amt: own,
        preselfpay_mcs_amt: 0, fulamt_ownpay_amt: 0, overlmt_selfpay: 0, overlmt_bed_amt: 0,
      },
      feedetail: [
        {
          feedetl_sn: '1', detl_ocur_time: now, ...disease, hilist_code: ITEM, chrgitm_lv: '02', pric: yuan, cnt: 1,
          amt: yuan, fulamt_ownpay_amt: 0, overlmt_amt: 0, preselfpay_amt: own, inscp_scp_amt: yuan - own,
        },
      ],
      diseinfo: [],
    },
  }; // prettier-ignore
};

/** What takes the settlement back: 1203, or 1301. Nothing where it stays. */
export const takingBack = (visit: TrafficVisit, life: Life, setl_sn: string): TrafficMessage | undefined => {
  const base = sentFor(visit, 'B', visit.backAt);
  if (visit.then === 'stays') return undefined;
  if (visit.then === 'refunded') {
    const data = { ...routed(visit, life), mdtrtsn: numberOf(visit), setl_sn };
    return { ...base, infno: '1203', input: { data } };
  }
  const { mdtrtarea, insuplc } = visit;
  const data = { mdtrtarea, insuplc, psn_no: life.person.psn_no, oinfno: '1107', omsgid: `${numberOf(visit)}S` };
  return { ...base, infno: '1301', input: { data } };
};
