import { placeOf } from '../../../../kernel/admdvs.ts';
import type { CivilDateTime } from '../../../../kernel/civil-time.ts';
import type { Person } from '../../../domain/person.ts';
import type { Act } from '../evidence/act.ts';
import { nodeOf } from '../evidence/fields.ts';
import type { Credential } from '../requirements/requirement.ts';
import { diseaseName } from '../tested-diseases.ts';
import { BILL_SUMS, billDiagnoses, billLines } from './bill.ts';
import type { Visitor } from './visitors.ts';

/** What a visit's messages say, besides who and where. */
export type Visit = {
  readonly now: CivilDateTime;
  /** 就诊顺序号 of the visit. */
  readonly mdtrtsn: string;
  readonly credential: Credential;
  /** Another disease than the visitor's: one that must be stopped. */
  readonly disease?: string;
};

const where = ({ insurance, institution, person }: Visitor) => ({
  mdtrtarea: placeOf(institution.admdvs),
  insuplc: insurance.insuplc_admdvs,
  fixmedins_code: institution.fixmedins_code,
  fixmedins_name: institution.fixmedins_name,
  psn_no: person.psn_no,
  insutype: insurance.insutype,
});

/** The number that a credential shows; undefined for a person without it. */
export const numberShown = (person: Person, credential: Credential): string | undefined =>
  ({ '01': person.ec_token, '02': person.certno, '03': person.card?.card_no })[credential];

const shown = ({ person }: Visitor, credential: Credential) => ({
  mdtrt_cert_type: credential,
  mdtrt_cert_no: numberShown(person, credential),
  ...(credential === '03' && { card_sn: person.card?.card_sn }),
});

/** 1406 */
export const entitlementsInput = (visitor: Visitor) => {
  const { fixmedins_name: _, ...named } = where(visitor);
  return { data: { ...named, opsp_dise_code: visitor.disease } };
};

/** 1005 */
export const registrationInput = (visitor: Visitor, { now, mdtrtsn, credential }: Visit) => ({
  data: {
    ...where(visitor),
    ...shown(visitor, credential),
    mdtrtsn,
    med_type: '14',
    dise_codg: visitor.disease,
    begntime: now,
  },
});

/** 1106 and 1107 */
export const claimInput = (visitor: Visitor, { now, mdtrtsn, credential, disease = visitor.disease }: Visit) => ({
  data: {
    ...where(visitor),
    hosp_lv: visitor.institution.hosp_lv,
    ...shown(visitor, credential),
    mdtrtsn,
    med_type: '14',
    dise_codg: disease,
    dise_name: diseaseName(disease),
    begntime: now,
    acct_used_flag: '1',
    ...BILL_SUMS,
  },
  feedetail: billLines(now, disease),
  diseinfo: billDiagnoses(now, disease, diseaseName(disease)),
});

const same = ({ exchange }: Act, ...fields: readonly string[]) => {
  const data = nodeOf(exchange.input, 'data') ?? {};
  return Object.fromEntries(fields.flatMap((field) => (data[field] === undefined ? [] : [[field, data[field]]])));
};

/** 1203 of a settlement. */
export const refundInput = (settlement: Act) => ({
  data: {
    ...same(settlement, 'mdtrtarea', 'insuplc', 'fixmedins_code', 'psn_no', 'mdtrtsn', 'mdtrt_regno'),
    setl_sn: nodeOf(settlement.exchange.output, 'setlinfo')?.['setl_sn'],
  },
});

/** 1301 of a settlement or refund. */
export const reversalInput = (act: Act) => ({
  data: {
    ...same(act, 'mdtrtarea', 'insuplc', 'fixmedins_code', 'psn_no'),
    oinfno: act.exchange.infno,
    omsgid: act.exchange.msgid,
  },
});
