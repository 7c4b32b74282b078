import { and, asc, eq, sql } from 'drizzle-orm';
import type { Leg, MessageKey, Reader } from '../port.ts';
import type { Appliers } from './appliers.ts';
import type { Database } from './database.ts';
import { leg, message } from './schema.ts';
import { isOpen } from './schema/messages.ts';
import { preparePut } from './statements.ts';

type Reads = 'message' | 'openLegOfVisit' | 'legOfMessage' | 'legsInState';

const waitsFor = (row: Leg, key: MessageKey): boolean =>
  row.outer.door === key.door && row.outer.sender === key.sender && row.outer.infno === key.infno;

export const readMessages = (db: Database): Pick<Reader, Reads> => {
  const byKey = db
    .select()
    .from(message)
    .where(
      and(
        eq(message.msgid, sql.placeholder('msgid')),
        eq(message.sender, sql.placeholder('sender')),
        eq(message.infno, sql.placeholder('infno')),
        eq(message.door, sql.placeholder('door')),
      ),
    )
    .prepare();
  const legs = () => db.select({ body: leg.body }).from(leg);
  const openOfVisit = legs()
    .where(and(eq(leg.mdtrt_id, sql.placeholder('mdtrt_id')), isOpen))
    .prepare();
  const openOfMsgid = legs()
    .where(and(eq(leg.msgid, sql.placeholder('msgid')), isOpen))
    .prepare();
  const inState = legs()
    .where(eq(leg.state, sql.placeholder('state')))
    .orderBy(asc(leg.ordinal))
    .prepare();
  return {
    message: ({ door, sender, infno, msgid }) => byKey.get({ door, sender, infno, msgid }),
    openLegOfVisit: (mdtrt_id) => openOfVisit.get({ mdtrt_id })?.body,
    legOfMessage: (key) => openOfMsgid.all({ msgid: key.msgid }).find((row) => waitsFor(row.body, key))?.body,
    legsInState: (state) => inState.all({ state }).map((row) => row.body),
  };
};

export const writeMessages = (db: Database): Pick<Appliers, 'message.remember' | 'leg.put'> => {
  const remember = preparePut(db, message, message.msgid, message.sender, message.infno, message.door);
  const putLeg = preparePut(db, leg, leg.id);
  return {
    'message.remember': ({ message: row }) => remember(row),
    'leg.put': ({ leg: body }) => {
      const { id, state, mdtrt_id, outer } = body;
      putLeg({ id, state, mdtrt_id, msgid: outer.msgid, body });
    },
  };
};
