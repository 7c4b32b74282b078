import { and, desc, eq, sql } from 'drizzle-orm';
import type { Reader } from '../port.ts';
import type { Appliers } from './appliers.ts';
import type { Database } from './database.ts';
import { cardReading, ecToken, faceAuthorisation, shown, terminalNotice, tokenCheck } from './schema.ts';
import { preparePut } from './statements.ts';

type Reads = 'shown' | 'heldAt' | 'ecToken' | 'tokenCheck' | 'faceAuthorisation' | 'terminalNotices' | 'cardReading';
type Writes =
  | 'shown.put'
  | 'ec-token.put'
  | 'token-check.put'
  | 'face-authorisation.put'
  | 'terminal-notice.put'
  | 'card-reading.put';

const key = sql.placeholder('key');

/** What is shown at scanners and terminals, and the tokens that come of it. */
export const readCredentials = (db: Database): Pick<Reader, Reads> => {
  const shownByCode = db.select({ body: shown.body }).from(shown).where(eq(shown.code, key)).prepare();
  const held = db
    .select({ body: shown.body })
    .from(shown)
    .where(and(eq(shown.held_at, key), eq(shown.medium, sql.placeholder('medium'))))
    .orderBy(desc(shown.ordinal))
    .limit(1)
    .prepare();
  const token = db.select({ body: ecToken.body }).from(ecToken).where(eq(ecToken.ec_token, key)).prepare();
  const check = db
    .select()
    .from(tokenCheck)
    .where(and(eq(tokenCheck.ec_token, key), eq(tokenCheck.fixmedins_code, sql.placeholder('code'))))
    .prepare();
  const { auth_no, body } = faceAuthorisation;
  const authorisation = db.select({ body }).from(faceAuthorisation).where(eq(auth_no, key)).prepare();
  const notices = db
    .select({ body: terminalNotice.body })
    .from(terminalNotice)
    .orderBy(desc(terminalNotice.seq))
    .limit(sql.placeholder('limit'))
    .prepare();
  const reading = db.select({ body: cardReading.body }).from(cardReading).where(eq(cardReading.auth_sn, key)).prepare();
  return {
    shown: (code) => shownByCode.get({ key: code })?.body,
    heldAt: (fixmedins_code, medium) => held.get({ key: fixmedins_code, medium })?.body,
    ecToken: (ec_token) => token.get({ key: ec_token })?.body,
    tokenCheck: (ec_token, code) => check.get({ key: ec_token, code }),
    faceAuthorisation: (authNo) => authorisation.get({ key: authNo })?.body,
    terminalNotices: (limit) => notices.all({ limit }).map((row) => row.body),
    cardReading: (auth_sn) => reading.get({ key: auth_sn })?.body,
  };
};

export const writeCredentials = (db: Database): Pick<Appliers, Writes> => {
  const putShown = preparePut(db, shown, shown.code);
  const putToken = preparePut(db, ecToken, ecToken.ec_token);
  const putCheck = preparePut(db, tokenCheck, tokenCheck.ec_token, tokenCheck.fixmedins_code);
  const putAuthorisation = preparePut(db, faceAuthorisation, faceAuthorisation.auth_no);
  const putNotice = preparePut(db, terminalNotice, terminalNotice.seq);
  const putReading = preparePut(db, cardReading, cardReading.auth_sn);
  return {
    'shown.put': ({ shown: body }) => putShown({ code: body.code, medium: body.medium, held_at: body.at, body }),
    'ec-token.put': ({ token: body }) => putToken({ ec_token: body.ec_token, body }),
    'token-check.put': ({ check: { ec_token, fixmedins_code, at } }) => putCheck({ ec_token, fixmedins_code, at }),
    'face-authorisation.put': ({ authorisation: body }) => putAuthorisation({ auth_no: body.authNo, body }),
    'terminal-notice.put': ({ notice: body }) => putNotice({ seq: body.seq, body }),
    'card-reading.put': ({ reading: body }) => putReading({ auth_sn: body.auth_sn, body }),
  };
};
