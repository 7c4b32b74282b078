import { eq, sql } from 'drizzle-orm';
import type { Reader } from '../port.ts';
import type { Appliers } from './appliers.ts';
import type { Database } from './database.ts';
import { chosenInstitution, contribution, filing, qualification } from './schema.ts';
import { preparePut } from './statements.ts';

type Reads = 'filings' | 'qualifications' | 'chosenInstitutions' | 'contributions';
type Writes = 'filing.put' | 'qualification.put' | 'chosen.put' | 'contribution.put';

/** What makes a row the same row; it is also the order of the lists. */
const FILING = [filing.psn_no, filing.trt_dcla_detl_sn];
const QUALIFICATION = [qualification.psn_no, qualification.trt_dcla_detl_sn];
const CHOSEN = [
  chosenInstitution.psn_no,
  chosenInstitution.insutype,
  chosenInstitution.biz_appy_type,
  chosenInstitution.opsp_dise_code,
  chosenInstitution.fix_srt_no,
];
const CONTRIBUTION = [
  contribution.psn_no,
  contribution.insutype,
  contribution.poolarea_no,
  contribution.accrym_begn,
  contribution.accrym_end,
];

type PersonTable = typeof filing | typeof qualification | typeof chosenInstitution | typeof contribution;

/** What entitles a person: everything that stands under the person's number, each list in the order of its key. */
export const readEntitlements = (db: Database): Pick<Reader, Reads> => {
  const ofPerson = ({ psn_no }: PersonTable) => eq(psn_no, sql.placeholder('psn_no'));
  const filings = db
    .select({ body: filing.body })
    .from(filing)
    .where(ofPerson(filing))
    .orderBy(...FILING)
    .prepare();
  const qualifications = db
    .select({ body: qualification.body })
    .from(qualification)
    .where(ofPerson(qualification))
    .orderBy(...QUALIFICATION)
    .prepare();
  const chosen = db
    .select({ body: chosenInstitution.body })
    .from(chosenInstitution)
    .where(ofPerson(chosenInstitution))
    .orderBy(...CHOSEN)
    .prepare();
  const contributions = db
    .select({ body: contribution.body })
    .from(contribution)
    .where(ofPerson(contribution))
    .orderBy(...CONTRIBUTION)
    .prepare();
  return {
    filings: (psn_no) => filings.all({ psn_no }).map((row) => row.body),
    qualifications: (psn_no) => qualifications.all({ psn_no }).map((row) => row.body),
    chosenInstitutions: (psn_no) => chosen.all({ psn_no }).map((row) => row.body),
    contributions: (psn_no) => contributions.all({ psn_no }).map((row) => row.body),
  };
};

export const writeEntitlements = (db: Database): Pick<Appliers, Writes> => {
  const putFiling = preparePut(db, filing, ...FILING);
  const putQualification = preparePut(db, qualification, ...QUALIFICATION);
  const putChosen = preparePut(db, chosenInstitution, ...CHOSEN);
  const putContribution = preparePut(db, contribution, ...CONTRIBUTION);
  return {
    'filing.put': ({ filing: body }) => {
      const { psn_no, trt_dcla_detl_sn } = body;
      putFiling({ psn_no, trt_dcla_detl_sn, body });
    },
    'qualification.put': ({ qualification: body }) => {
      const { psn_no, trt_dcla_detl_sn } = body;
      putQualification({ psn_no, trt_dcla_detl_sn, body });
    },
    'chosen.put': ({ chosen: body }) => {
      const { psn_no, insutype, biz_appy_type, opsp_dise_code = '', fix_srt_no } = body;
      putChosen({ psn_no, insutype, biz_appy_type, opsp_dise_code, fix_srt_no, body });
    },
    'contribution.put': ({ contribution: body }) => {
      const { psn_no, insutype, poolarea_no, accrym_begn, accrym_end } = body;
      putContribution({ psn_no, insutype, poolarea_no, accrym_begn, accrym_end, body });
    },
  };
};
