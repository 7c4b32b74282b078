import { and, eq, sql } from 'drizzle-orm';
import type { Reader } from '../port.ts';
import type { Appliers } from './appliers.ts';
import type { Database } from './database.ts';
import { itemMatch } from './schema.ts';
import { preparePut } from './statements.ts';

/** What makes a row the same row; it is also the order of the list. */
const KEY = [itemMatch.fixmedins_code, itemMatch.fixmedins_hilist_id, itemMatch.list_type, itemMatch.med_list_codg];

export const readMatches = (db: Database): Pick<Reader, 'match' | 'matches'> => {
  const byKey = db
    .select({ body: itemMatch.body })
    .from(itemMatch)
    .where(and(...KEY.map((column) => eq(column, sql.placeholder(column.name)))))
    .prepare();
  const ofInstitution = db
    .select({ body: itemMatch.body })
    .from(itemMatch)
    .where(eq(itemMatch.fixmedins_code, sql.placeholder('code')))
    .orderBy(...KEY)
    .prepare();
  return {
    match: (key) => byKey.get(key)?.body,
    matches: (code) => ofInstitution.all({ code }).map((row) => row.body),
  };
};

export const writeMatches = (db: Database): Pick<Appliers, 'match.put'> => {
  const put = preparePut(db, itemMatch, ...KEY);
  return {
    'match.put': ({ match: body }) => {
      const { fixmedins_code, fixmedins_hilist_id, list_type, med_list_codg } = body;
      put({ fixmedins_code, fixmedins_hilist_id, list_type, med_list_codg, body });
    },
  };
};
