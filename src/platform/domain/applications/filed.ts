import { placeOf } from '../../../kernel/admdvs.ts';
import { dateOf, instantOf, type Instant } from '../../../kernel/civil-time.ts';
import type { Application, ApplicationStep, Entitlement } from '../application.ts';
import type { ChosenInstitution, Ended, Filing, Person, Qualification } from '../person.ts';
import { validOn } from '../person.ts';
import type { Filed } from './ruling.ts';

/** What the insured place has of a person. */
export type FiledReader = {
  readonly application: (trt_dcla_detl_sn: string) => Application | undefined;
  readonly applicationsOf: (psn_no: string) => Application[];
  readonly filings: (psn_no: string) => Filing[];
  readonly qualifications: (psn_no: string) => Qualification[];
  readonly chosenInstitutions: (psn_no: string) => ChosenInstitution[];
};

type Numbered = Extract<Entitlement, { kind: 'filing' | 'qualification' }>;

/** The filings and qualifications that a person holds or has held. */
const numberedOf = (reader: FiledReader, psn_no: string): Numbered[] => [
  ...reader.filings(psn_no).map((row) => ({ kind: 'filing' as const, row })),
  ...reader.qualifications(psn_no).map((row) => ({ kind: 'qualification' as const, row })),
];

const heldFor = (reader: FiledReader, application: Application): Entitlement | undefined => {
  const { trt_dcla_detl_sn, psn_no } = application;
  if (application.kind !== 'chosen-institution') {
    return numberedOf(reader, psn_no).find(({ row }) => row.trt_dcla_detl_sn === trt_dcla_detl_sn);
  }
  const { insutype, biz_appy_type, fix_srt_no, fixmedins_code } = application.asked;
  const row = reader
    .chosenInstitutions(psn_no)
    .find(
      (one) =>
        one.insutype === insutype && one.biz_appy_type === biz_appy_type && one.opsp_dise_code === undefined &&
        one.fix_srt_no === fix_srt_no && one.fixmedins_code === fixmedins_code,
    ); // prettier-ignore
  return row && { kind: 'chosen-institution', row };
};

/** An application by its number, and what it has become. */
export const filedUnder = (reader: FiledReader, trt_dcla_detl_sn: string): Filed | undefined => {
  const application = reader.application(trt_dcla_detl_sn);
  return application && { application, held: heldFor(reader, application) };
};

/** All of a person by number: applications, and what stood there before anybody applied here. */
export const filedOf = (reader: FiledReader, person: Person): Filed[] => {
  const applied = reader
    .applicationsOf(person.psn_no)
    .map((application) => ({ application, held: heldFor(reader, application) }));
  const known = new Set(applied.map(({ application }) => application.trt_dcla_detl_sn));
  const before = numberedOf(reader, person.psn_no)
    .filter(({ row }) => !known.has(row.trt_dcla_detl_sn))
    .map((held) => ({ application: implied(held, person), held }));
  return [...before, ...applied].sort((a, b) =>
    a.application.trt_dcla_detl_sn < b.application.trt_dcla_detl_sn ? -1 : 1,
  );
};

/** What came with the seeds was applied for and approved on the day on which it began. */
const implied = (held: Numbered, person: Person): Application => {
  const { trt_dcla_detl_sn, psn_no, begndate } = held.row;
  const given = {
    trt_dcla_detl_sn,
    psn_no,
    insuplc: insuredPlace(held, person),
    appliedOn: begndate,
    steps: [{ state: 'approved', at: instantOf(begndate) }, ...endStep(held.row.ended)] as [ApplicationStep],
  };
  return held.kind === 'filing'
    ? { ...given, kind: held.kind, asked: held.row }
    : { ...given, kind: held.kind, asked: held.row };
};

const endStep = (ended: Ended | undefined): ApplicationStep[] =>
  ended ? [{ state: ended.how, at: instantOf(ended.on) }] : [];

/** A filing is of the person, a qualification of one insurance. */
const insuredPlace = (held: Numbered, { insurances }: Person): string => {
  const row = insurances.find(({ insutype }) => held.kind === 'filing' || insutype === held.row.insutype);
  return placeOf((row ?? insurances[0])?.insuplc_admdvs ?? '');
};

/** True while what was approved holds on that day. */
export const holdsOn = ({ held }: Filed, now: Instant): boolean => held !== undefined && validOn(held.row, dateOf(now));
