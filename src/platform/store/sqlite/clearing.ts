import { and, asc, between, eq, sql } from 'drizzle-orm';
import type { Reader } from '../port.ts';
import type { Appliers } from './appliers.ts';
import type { Database } from './database.ts';
import { confirmation, hospitalFile } from './schema.ts';
import { preparePut } from './statements.ts';

/** Files of institutions, and what they have said of their clearing. */
export const readClearing = (db: Database): Pick<Reader, 'file' | 'confirmationsOf' | 'confirmations'> => {
  const { setl_id, period, fixmedins_code } = confirmation;
  const file = db
    .select()
    .from(hospitalFile)
    .where(eq(hospitalFile.file_qury_no, sql.placeholder('number')))
    .prepare();
  const rows = () => db.select().from(confirmation);
  const ofSettlement = rows()
    .where(eq(setl_id, sql.placeholder('setl_id')))
    .orderBy(asc(period))
    .prepare();
  const months = between(period, sql.placeholder('from'), sql.placeholder('to'));
  const ofInstitution = rows()
    .where(and(eq(fixmedins_code, sql.placeholder('code')), months))
    .orderBy(asc(period), asc(setl_id))
    .prepare();
  return {
    file: (number) => file.get({ number }),
    confirmationsOf: (setl_id) => ofSettlement.all({ setl_id }),
    confirmations: (code, from, to) => ofInstitution.all({ code, from, to }),
  };
};

type Writes = 'file.put' | 'file.drop' | 'confirmation.put' | 'confirmation.drop';

export const writeClearing = (db: Database): Pick<Appliers, Writes> => {
  const putFile = preparePut(db, hospitalFile, hospitalFile.file_qury_no);
  const dropFile = db
    .delete(hospitalFile)
    .where(eq(hospitalFile.file_qury_no, sql.placeholder('number')))
    .prepare();
  const putConfirmation = preparePut(db, confirmation, confirmation.setl_id, confirmation.period);
  const ofKey = and(
    eq(confirmation.setl_id, sql.placeholder('setl_id')),
    eq(confirmation.period, sql.placeholder('period')),
  );
  const dropConfirmation = db.delete(confirmation).where(ofKey).prepare();
  return {
    'file.put': ({ file }) => putFile(file),
    'file.drop': ({ file_qury_no }) => void dropFile.run({ number: file_qury_no }),
    'confirmation.put': ({ confirmation: row }) => putConfirmation(row),
    'confirmation.drop': ({ setl_id, period }) => void dropConfirmation.run({ setl_id, period }),
  };
};
