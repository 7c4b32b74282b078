import { and, asc, eq, sql } from 'drizzle-orm';
import type { Reader } from '../port.ts';
import type { Appliers } from './appliers.ts';
import type { Database } from './database.ts';
import { institution, item } from './schema.ts';
import { preparePut } from './statements.ts';

export const readInstitutions = (db: Database): Pick<Reader, 'institution' | 'institutions' | 'item' | 'items'> => {
  const bodies = () => db.select({ body: institution.body }).from(institution);
  const byCode = bodies()
    .where(eq(institution.fixmedins_code, sql.placeholder('code')))
    .prepare();
  const all = bodies().orderBy(asc(institution.fixmedins_code)).prepare();
  const itemByCode = db
    .select({ body: item.body })
    .from(item)
    .where(and(eq(item.place, sql.placeholder('place')), eq(item.med_list_codg, sql.placeholder('code'))))
    .prepare();
  const itemsOfPlace = db
    .select({ body: item.body })
    .from(item)
    .where(eq(item.place, sql.placeholder('place')))
    .orderBy(asc(item.med_list_codg))
    .prepare();
  return {
    institution: (code) => byCode.get({ code })?.body,
    institutions: () => all.all().map((row) => row.body),
    item: (place, code) => itemByCode.get({ place, code })?.body,
    items: (place) => itemsOfPlace.all({ place }).map((row) => row.body),
  };
};

export const writeInstitutions = (db: Database): Pick<Appliers, 'institution.put' | 'item.put'> => {
  const putInstitution = preparePut(db, institution, institution.fixmedins_code);
  const putItem = preparePut(db, item, item.place, item.med_list_codg);
  return {
    'institution.put': ({ institution: body }) => putInstitution({ fixmedins_code: body.fixmedins_code, body }),
    'item.put': ({ place, item: body }) => putItem({ place, med_list_codg: body.med_list_codg, body }),
  };
};
