import { asc, eq, isNotNull, sql } from 'drizzle-orm';
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Reader } from '../port.ts';
import type { Appliers } from './appliers.ts';
import type { Database } from './database.ts';
import { person } from './schema.ts';
import { preparePut } from './statements.ts';

type Reads = 'person' | 'personByCertificate' | 'personByCard' | 'personByToken' | 'personas';

export const readPersons = (db: Database): Pick<Reader, Reads> => {
  const bodies = () => db.select({ body: person.body }).from(person);
  const findBy = (column: AnySQLiteColumn) => {
    const statement = bodies()
      .where(eq(column, sql.placeholder('value')))
      .orderBy(asc(person.psn_no))
      .limit(1)
      .prepare();
    return (value: string) => statement.get({ value })?.body;
  };
  const personas = bodies()
    .where(isNotNull(person.persona_id))
    .orderBy(asc(person.persona_id), asc(person.psn_no))
    .prepare();
  return {
    person: findBy(person.psn_no),
    personByCertificate: findBy(person.certno),
    personByCard: findBy(person.card_no),
    personByToken: findBy(person.ec_token),
    personas: () => personas.all().map((row) => row.body),
  };
};

export const writePersons = (db: Database): Pick<Appliers, 'person.put'> => {
  const put = preparePut(db, person, person.psn_no);
  return {
    'person.put': ({ person: body }) =>
      put({
        psn_no: body.psn_no,
        certno: body.certno,
        card_no: body.card?.card_no,
        ec_token: body.ec_token,
        persona_id: body.persona?.id,
        body,
      }),
  };
};
