import { and, asc, eq, gte, sql } from 'drizzle-orm';
import type { Reader } from '../port.ts';
import type { Appliers } from './appliers.ts';
import type { Database } from './database.ts';
import { application, maintenance, placeState, upload } from './schema.ts';
import { preparePut } from './statements.ts';

type Reads = 'upload' | 'uploads' | 'placeStates' | 'maintenances' | 'application' | 'applications' | 'applicationsOf';
type Writes = 'upload.put' | 'place.put' | 'maintenance.put' | 'application.put';

/** What the national node keeps of provinces, and the applications at the insured places. */
export const readNation = (db: Database): Pick<Reader, Reads> => {
  const uploadByKey = db
    .select({ body: upload.body })
    .from(upload)
    .where(and(eq(upload.kind, sql.placeholder('kind')), eq(upload.key, sql.placeholder('key'))))
    .prepare();
  const uploadsSince = db
    .select({ body: upload.body })
    .from(upload)
    .where(and(eq(upload.kind, sql.placeholder('kind')), gte(upload.updated_at, sql.placeholder('since'))))
    .orderBy(asc(upload.updated_at), asc(upload.key))
    .prepare();
  const states = db.select({ body: placeState.body }).from(placeState).orderBy(asc(placeState.place)).prepare();
  const windows = db.select({ body: maintenance.body }).from(maintenance).orderBy(asc(maintenance.id)).prepare();
  const applications = () => db.select({ body: application.body }).from(application);
  const applicationByNumber = applications()
    .where(eq(application.trt_dcla_detl_sn, sql.placeholder('number')))
    .prepare();
  const allApplications = applications().orderBy(asc(application.trt_dcla_detl_sn)).prepare();
  const ofPerson = applications()
    .where(eq(application.psn_no, sql.placeholder('psn_no')))
    .orderBy(asc(application.trt_dcla_detl_sn))
    .prepare();
  return {
    upload: (kind, key) => uploadByKey.get({ kind, key })?.body,
    uploads: (kind, since) => uploadsSince.all({ kind, since }).map((row) => row.body),
    placeStates: () => states.all().map((row) => row.body),
    maintenances: () => windows.all().map((row) => row.body),
    application: (number) => applicationByNumber.get({ number })?.body,
    applications: () => allApplications.all().map((row) => row.body),
    applicationsOf: (psn_no) => ofPerson.all({ psn_no }).map((row) => row.body),
  };
};

export const writeNation = (db: Database): Pick<Appliers, Writes> => {
  const putUpload = preparePut(db, upload, upload.kind, upload.key);
  const putPlace = preparePut(db, placeState, placeState.place);
  const putWindow = preparePut(db, maintenance, maintenance.id);
  const putApplication = preparePut(db, application, application.trt_dcla_detl_sn);
  return {
    'upload.put': ({ upload: body }) => putUpload({ kind: body.kind, key: body.key, updated_at: body.updatedAt, body }),
    'place.put': ({ state: body }) => putPlace({ place: body.place, body }),
    'maintenance.put': ({ window: body }) => putWindow({ id: body.id, body }),
    'application.put': ({ application: body }) =>
      putApplication({ trt_dcla_detl_sn: body.trt_dcla_detl_sn, psn_no: body.psn_no, body }),
  };
};
